package io.pactwatch.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pactwatch.alert.AlertSettings;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.signal.SignalSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the configuration. What stands in the file is overridden by the environment, and that by the command line; what
 * stands nowhere is as in {@link MonitorConfig#DEFAULTS}.
 *
 * <p>In the file, keys are nested or joined by dots. In the environment, {@code topics.replicationFactor} is
 * {@code PACTWATCH_TOPICS_REPLICATION_FACTOR}, and {@code PACTWATCH_KAFKA_SECURITY_PROTOCOL} is the Kafka property
 * {@code security.protocol}. Unknown keys are errors everywhere. The list {@code delivery.targets} stands in the file only.
 */
public final class ConfigReader {
    private static final String PREFIX = "PACTWATCH_";
    private static final String KAFKA_PREFIX = PREFIX + "KAFKA_";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Variables that the launcher and the error output read. */
    private static final List<String> OTHER_VARIABLES = List.of("PACTWATCH_DEBUG", "PACTWATCH_JAVA_OPTS");

    private static final String TARGETS = "delivery.targets";

    private final Settings settings = new Settings();
    private List<DeliveryTarget> targets = List.of();

    private ConfigReader() {}

    /**
     * @param file YAML file, if the user gives one
     * @param environment all environment variables; those that do not start with {@code PACTWATCH_} are ignored
     * @param options settings from the command line by key
     * @throws InvalidInputException with place, key and value if a setting is unknown or wrong, or if the file cannot
     *     be read
     */
    public static MonitorConfig read(
            Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
        ConfigReader reader = new ConfigReader();
        file.ifPresent(reader::addFile);
        new TreeMap<>(environment).forEach(reader::addVariable);
        options.forEach((key, value) -> reader.settings.put(key, value, "command line"));
        return reader.config();
    }

    private void addFile(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            JsonNode root = YAML.readTree(yaml);
            if (root.isMissingNode() || root.isNull()) {
                return;
            }
            if (!root.isObject()) {
                throw new InvalidInputException(
                        file + ": expected settings such as 'bootstrapServers: localhost:9092'");
            }
            addNode("", root, file.toString());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInputException(file + ":" + line + ": not valid YAML, or a key that stands twice", e);
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read, check the path given with --config", e);
        }
    }

    private void addNode(String key, JsonNode node, String place) {
        if (key.equals(TARGETS)) {
            targets = DeliveryTargetReader.read(node, place);
        } else if (node.isObject()) {
            String prefix = key.isEmpty() ? "" : key + ".";
            node.properties().forEach(field -> addNode(prefix + field.getKey(), field.getValue(), place));
        } else if (node.isValueNode() && !node.isNull()) {
            settings.put(key, node.asText(), place);
        } else {
            throw new InvalidInputException(place + ": " + key + ": expected one value, found "
                    + node.getNodeType().name().toLowerCase(Locale.ROOT));
        }
    }

    private void addVariable(String variable, String value) {
        if (!variable.startsWith(PREFIX) || OTHER_VARIABLES.contains(variable) || isServiceLink(variable)) {
            return;
        }
        String place = "environment variable " + variable;
        if (variable.startsWith(KAFKA_PREFIX)) {
            String property = variable.substring(KAFKA_PREFIX.length());
            settings.put(Settings.KAFKA + property.toLowerCase(Locale.ROOT).replace('_', '.'), value, place);
            return;
        }
        String key = Settings.KEYS.stream()
                .filter(known -> variableOf(known).equals(variable))
                .findFirst()
                .orElseThrow(() -> unknownVariable(variable));
        settings.put(key, value, place);
    }

    /** Whether Kubernetes sets the variable in every container beside a service named {@code pactwatch}. */
    private static boolean isServiceLink(String variable) {
        String rest = variable.substring(PREFIX.length());
        return rest.startsWith("SERVICE_") || rest.equals("PORT") || rest.startsWith("PORT_");
    }

    private static InvalidInputException unknownVariable(String variable) {
        List<String> known = new ArrayList<>(OTHER_VARIABLES);
        Settings.KEYS.forEach(key -> known.add(variableOf(key)));
        return Settings.unknown(variable, "environment", known);
    }

    private static String variableOf(String key) {
        StringBuilder variable = new StringBuilder(PREFIX);
        for (char c : key.toCharArray()) {
            if (Character.isUpperCase(c)) {
                variable.append('_');
            }
            variable.append(c == '.' ? '_' : Character.toUpperCase(c));
        }
        return variable.toString();
    }

    private MonitorConfig config() {
        MonitorConfig defaults = MonitorConfig.DEFAULTS;
        try {
            return new MonitorConfig(
                    settings.text("bootstrapServers", defaults.bootstrapServers()),
                    settings.text("applicationId", defaults.applicationId()),
                    topics(defaults.topics()),
                    stream(defaults.stream()),
                    limits(defaults.limits()),
                    analysis(defaults.analysis()),
                    signal(defaults.signal()),
                    alert(defaults.alert()),
                    console(defaults.console()),
                    delivery(defaults.delivery()),
                    settings.kafka());
        } catch (IllegalArgumentException e) {
            throw settings.invalid(e);
        }
    }

    private MonitorConfig.Topics topics(MonitorConfig.Topics defaults) {
        return new MonitorConfig.Topics(
                settings.text("topics.prefix", defaults.prefix()),
                settings.wholeNumber("topics.partitions", defaults.partitions()),
                settings.smallNumber("topics.replicationFactor", defaults.replicationFactor()));
    }

    private MonitorConfig.Stream stream(MonitorConfig.Stream defaults) {
        return new MonitorConfig.Stream(
                settings.wholeNumber("stream.threads", defaults.threads()),
                settings.duration("stream.commitInterval", defaults.commitInterval()),
                Path.of(settings.text(
                        "stream.stateDirectory", defaults.stateDirectory().toString())),
                settings.text("stream.instanceId", defaults.instanceId()));
    }

    private MonitorConfig.Limits limits(MonitorConfig.Limits defaults) {
        return new MonitorConfig.Limits(
                settings.wholeNumber("limits.articleBytes", defaults.articleBytes()),
                settings.duration("limits.futureTolerance", defaults.futureTolerance()));
    }

    private MonitorConfig.Analysis analysis(MonitorConfig.Analysis defaults) {
        return new MonitorConfig.Analysis(
                settings.tier("analysis.tier", defaults.tier()),
                settings.text("analysis.terms").map(Path::of).or(defaults::terms));
    }

    private SignalSettings signal(SignalSettings defaults) {
        return new SignalSettings(
                settings.duration("signal.lateness", defaults.lateness()),
                settings.duration("signal.storyWindow", defaults.storyWindow()),
                settings.number("signal.falseAlarmsPerYear", defaults.falseAlarmsPerYear()),
                settings.duration("signal.dueNotice", defaults.dueNotice()));
    }

    private AlertSettings alert(AlertSettings defaults) {
        return new AlertSettings(
                settings.duration("alert.termCoolDown", defaults.termCoolDown()),
                settings.duration("alert.negotiationCoolDown", defaults.negotiationCoolDown()),
                settings.duration("alert.shiftCoolDown", defaults.shiftCoolDown()),
                settings.wholeNumber("alert.dailyBudget", defaults.dailyBudget()),
                settings.duration("alert.historicalAfter", defaults.historicalAfter()),
                settings.duration("alert.longestEmbargo", defaults.longestEmbargo()));
    }

    private MonitorConfig.Console console(MonitorConfig.Console defaults) {
        Optional<String> token = settings.text("console.token");
        Optional<Path> tokenFile = settings.text("console.tokenFile").map(Path::of);
        if (token.isPresent() && tokenFile.isPresent()) {
            throw new IllegalArgumentException("console.token: given beside console.tokenFile; keep one of them");
        }
        return new MonitorConfig.Console(
                settings.text("console.host", defaults.host()),
                settings.wholeNumber("console.port", defaults.port()),
                token.or(() -> tokenFile.map(ConfigReader::tokenOf)),
                settings.yesOrNo("console.openAccess", defaults.openAccess()),
                tls());
    }

    private Optional<MonitorConfig.Tls> tls() {
        Optional<Path> keyStore = settings.text("console.keyStore").map(Path::of);
        Optional<Path> password = settings.text("console.keyStorePasswordFile").map(Path::of);
        if (keyStore.isPresent() != password.isPresent()) {
            String given = keyStore.isPresent() ? "console.keyStore" : "console.keyStorePasswordFile";
            throw new IllegalArgumentException(
                    given + ": console.keyStore and console.keyStorePasswordFile go together; set both or none");
        }
        return keyStore.map(file -> new MonitorConfig.Tls(file, password.orElseThrow()));
    }

    private static String tokenOf(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("console.tokenFile: " + file + " cannot be read, check the path", e);
        }
    }

    private DeliveryConfig delivery(DeliveryConfig defaults) {
        return new DeliveryConfig(settings.text("delivery.consoleUrl", defaults.consoleUrl()), targets);
    }
}
