package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.Json;
import io.pactwatch.topology.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the messages of the alerts topic. */
@Command(
        name = "alerts",
        description = "Prints alerts: those on the topic now, or with --follow those that come.",
        footer = {
            "  pactwatch alerts",
            "  pactwatch alerts --follow --bootstrap-servers kafka:9092",
            "  pactwatch alerts --partnership microsoft-openai --severity warning --since 7d",
            "  pactwatch alerts --json | jq 'select(.severity == \"critical\")'"
        })
public final class AlertsCommand implements Callable<Integer> {
    @Option(
            names = {"-f", "--follow"},
            description = "Wait for new alerts until stopped.")
    private boolean follow;

    @Option(names = "--from-beginning", description = "With --follow: first the alerts that are on the topic already.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "One message a line, as it stands on the topic.")
    private boolean json;

    @Mixin
    private AlertSelection selection;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = kafka.config();
        PrintWriter out = spec.commandLine().getOut();
        Predicate<Alert> wanted = selection.at(Instant.now());
        AlertPrinter printer = new AlertPrinter(Terminal.detect(System.getProperties(), System.getenv()));
        try (TopicReader reader =
                TopicReader.open(config, List.of(Topics.of(config).alerts()), fromBeginning || !follow)) {
            if (fromBeginning || !follow) {
                reader.readToEnd(record -> print(record, out, printer, wanted));
            }
            if (follow) {
                reader.follow(record -> print(record, out, printer, wanted), () -> !out.checkError());
            }
        }
        return 0;
    }

    private void print(
            ConsumerRecord<byte[], byte[]> record, PrintWriter out, AlertPrinter printer, Predicate<Alert> wanted) {
        if (record.value() == null) {
            return;
        }
        if (json && selection.isEmpty()) {
            out.println(text(record));
            return;
        }
        try {
            Alert alert = Json.read(record.value(), Alert.class);
            if (wanted.test(alert)) {
                out.println(json ? text(record) : printer.text(alert));
            }
        } catch (IllegalArgumentException e) {
            spec.commandLine()
                    .getErr()
                    .println(PrintableText.clean(record.topic() + ", partition " + record.partition() + ", offset "
                            + record.offset() + ": no alert: " + e.getMessage()));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return PrintableText.cleanJson(new String(record.value(), StandardCharsets.UTF_8));
    }
}
