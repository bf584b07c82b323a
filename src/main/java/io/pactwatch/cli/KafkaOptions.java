package io.pactwatch.cli;

import io.pactwatch.config.ConfigReader;
import io.pactwatch.config.MonitorConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which cluster, and all settings: from the file, then the environment, then the command line. */
final class KafkaOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings in YAML; environment variables such as PACTWATCH_TOPICS_PREFIX override them.")
    private Optional<Path> file;

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT,...",
            description = "Kafka brokers (default: the configuration, else localhost:9092).")
    private Optional<String> bootstrapServers;

    MonitorConfig config() {
        Map<String, String> options = new TreeMap<>();
        bootstrapServers.ifPresent(servers -> options.put("bootstrapServers", servers));
        return ConfigReader.read(file, System.getenv(), options);
    }
}
