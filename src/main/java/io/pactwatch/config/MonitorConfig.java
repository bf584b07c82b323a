package io.pactwatch.config;

import io.pactwatch.alert.AlertSettings;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.signal.SignalSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All settings of a monitor.
 *
 * @param bootstrapServers Kafka brokers, {@code host:port}, comma-separated
 * @param applicationId name of the consumer group, prefix of internal topics and transactional ids
 * @param topics the topics
 * @param stream the stream processing
 * @param limits bounds on inputs
 * @param analysis the analysis stage
 * @param signal the signal stage
 * @param alert the alert stage
 * @param console the HTTP server
 * @param delivery where alerts are sent to besides the alerts topic
 * @param kafka further client properties, passed on as they are (for example {@code security.protocol})
 */
public record MonitorConfig(
        String bootstrapServers,
        String applicationId,
        Topics topics,
        Stream stream,
        Limits limits,
        Analysis analysis,
        SignalSettings signal,
        AlertSettings alert,
        Console console,
        DeliveryConfig delivery,
        Map<String, String> kafka) {

    public static final MonitorConfig DEFAULTS = new MonitorConfig(
            "localhost:9092",
            "pactwatch",
            new Topics("pactwatch.", 4, (short) 1),
            new Stream(2, Duration.ofMillis(100), Path.of("data", "state"), ""),
            new Limits(1_000_000, Duration.ofMinutes(5)),
            new Analysis(TierSetting.AUTO, Optional.empty()),
            SignalSettings.DEFAULTS,
            AlertSettings.DEFAULTS,
            new Console("127.0.0.1", 8080),
            DeliveryConfig.NONE,
            Map.of());

    public MonitorConfig {
        requireText(bootstrapServers, "bootstrapServers");
        requireText(applicationId, "applicationId");
        Objects.requireNonNull(topics, "topics");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(console, "console");
        Objects.requireNonNull(delivery, "delivery");
        kafka = Map.copyOf(kafka);
    }

    public MonitorConfig withBootstrapServers(String servers) {
        return new MonitorConfig(
                servers, applicationId, topics, stream, limits, analysis, signal, alert, console, delivery, kafka);
    }

    public MonitorConfig withApplicationId(String id) {
        return new MonitorConfig(
                bootstrapServers, id, topics, stream, limits, analysis, signal, alert, console, delivery, kafka);
    }

    public MonitorConfig withTopics(Topics other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                other,
                stream,
                limits,
                analysis,
                signal,
                alert,
                console,
                delivery,
                kafka);
    }

    public MonitorConfig withStream(Stream other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                topics,
                other,
                limits,
                analysis,
                signal,
                alert,
                console,
                delivery,
                kafka);
    }

    public MonitorConfig withSignal(SignalSettings other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                topics,
                stream,
                limits,
                analysis,
                other,
                alert,
                console,
                delivery,
                kafka);
    }

    public MonitorConfig withAnalysis(Analysis other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                topics,
                stream,
                limits,
                other,
                signal,
                alert,
                console,
                delivery,
                kafka);
    }

    public MonitorConfig withConsole(Console other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                topics,
                stream,
                limits,
                analysis,
                signal,
                alert,
                other,
                delivery,
                kafka);
    }

    public MonitorConfig withDelivery(DeliveryConfig other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                topics,
                stream,
                limits,
                analysis,
                signal,
                alert,
                console,
                other,
                kafka);
    }

    public MonitorConfig withAlert(AlertSettings other) {
        return new MonitorConfig(
                bootstrapServers,
                applicationId,
                topics,
                stream,
                limits,
                analysis,
                signal,
                other,
                console,
                delivery,
                kafka);
    }

    /**
     * @param prefix put before every topic name
     * @param partitions of the topics that the monitor creates, 1 to 1000
     * @param replicationFactor of the topics that the monitor creates, internal ones included
     */
    public record Topics(String prefix, int partitions, short replicationFactor) {
        public Topics {
            if (!Objects.requireNonNull(prefix, "topics.prefix").matches("[A-Za-z0-9._-]{0,100}")) {
                throw new IllegalArgumentException("topics.prefix: '" + prefix + "' is not a part of a topic name");
            }
            requireRange(partitions, 1, 1000, "topics.partitions");
            requireRange(replicationFactor, 1, 9, "topics.replicationFactor");
        }
    }

    /**
     * @param threads stream threads, 1 to 64
     * @param commitInterval how often results are committed, 10 ms to 10 s
     * @param stateDirectory where the state stores live
     * @param instanceId stable name of this instance among those with the same application id, so that a restart takes its
     *     partitions back at once; empty for none
     */
    public record Stream(int threads, Duration commitInterval, Path stateDirectory, String instanceId) {
        public Stream {
            requireRange(threads, 1, 64, "stream.threads");
            requireRange(commitInterval.toMillis(), 10, 10_000, "stream.commitInterval (ms)");
            Objects.requireNonNull(stateDirectory, "stream.stateDirectory");
            Objects.requireNonNull(instanceId, "stream.instanceId");
        }
    }

    /**
     * @param articleBytes largest input message, 1,000 to 10,000,000 bytes
     * @param futureTolerance how far ahead of the clock a publication time may be before it is set back
     */
    public record Limits(int articleBytes, Duration futureTolerance) {
        public Limits {
            requireRange(articleBytes, 1_000, 10_000_000, "limits.articleBytes");
            requireRange(futureTolerance.toSeconds(), 0, 86_400, "limits.futureTolerance (s)");
        }
    }

    /**
     * @param tier how thoroughly sentences are read
     * @param terms file of the user's own contract terms, if there is one
     */
    public record Analysis(TierSetting tier, Optional<Path> terms) {
        public Analysis {
            Objects.requireNonNull(tier, "analysis.tier");
            Objects.requireNonNull(terms, "analysis.terms");
        }
    }

    /**
     * @param host address to bind
     * @param port port to bind, 0 for a free one
     * @param token what clients must send to read, if anything: at least {@value #SHORTEST_TOKEN} visible ASCII characters
     * @param openAccess whether an address that others can reach may be bound without a token
     * @param tls the key with which it answers over HTTPS alone, if it does
     */
    public record Console(String host, int port, Optional<String> token, boolean openAccess, Optional<Tls> tls) {
        private static final int SHORTEST_TOKEN = 16;

        public Console {
            requireText(host, "console.host");
            requireRange(port, 0, 65_535, "console.port");
            Objects.requireNonNull(tls, "console.keyStore");
            if (token.isPresent() && !token.get().matches("[!-~]{" + SHORTEST_TOKEN + ",1000}")) {
                throw new IllegalArgumentException("console.token: not " + SHORTEST_TOKEN
                        + " to 1000 visible ASCII characters; `openssl rand -hex 24` makes one");
            }
        }

        /** A console over HTTP. */
        public Console(String host, int port, Optional<String> token, boolean openAccess) {
            this(host, port, token, openAccess, Optional.empty());
        }

        /** A console over HTTP without a token, for an address that others cannot reach. */
        public Console(String host, int port) {
            this(host, port, Optional.empty(), false);
        }

        /** {@code http} or {@code https}. */
        public String scheme() {
            return tls.isPresent() ? "https" : "http";
        }

        /** Keeps the token secret. */
        @Override
        public String toString() {
            return "Console[host=" + host + ", port=" + port + ", token=" + (token.isPresent() ? "set" : "none")
                    + ", openAccess=" + openAccess + ", tls=" + tls + "]";
        }
    }

    /**
     * @param keyStore PKCS12 or JKS file with the private key and the chain of certificates of the server
     * @param passwordFile file with the password of the key store and its key
     */
    public record Tls(Path keyStore, Path passwordFile) {
        public Tls {
            Objects.requireNonNull(keyStore, "console.keyStore");
            Objects.requireNonNull(passwordFile, "console.keyStorePasswordFile");
        }
    }

    private static void requireText(String value, String field) {
        if (Objects.requireNonNull(value, field).isBlank()) {
            throw new IllegalArgumentException(field + ": blank");
        }
    }

    private static void requireRange(long value, long least, long most, String field) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + ": " + value + " is not between " + least + " and " + most);
        }
    }
}
