package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetersTest {
    private static final String STREAMS_METRIC = "kafka_stream_alive_stream_threads";

    @Test
    void showsTheMonitorAndTheJvmFromTheStart() {
        try (Meters meters = new Meters()) {
            assertThat(meters.registry().scrape())
                    .contains("pactwatch_article_inputs_total{input=\"article\"} 0.0")
                    .contains("pactwatch_analysis_duration_seconds_bucket{input=\"article\",le=\"0.001\"} 0")
                    .contains("pactwatch_alert_latency_seconds_bucket{le=\"300.0\"} 0")
                    .contains("jvm_memory_used_bytes{area=\"heap\"")
                    .contains("process_cpu_usage")
                    .contains("process_uptime_seconds");
        }
    }

    @Test
    void showsTheStreamsOnceWhileTheyAreBound(@TempDir Path stateDirectory) {
        try (Meters meters = new Meters();
                KafkaStreams streams = idleStreams(stateDirectory)) {
            meters.bind(streams);
            int bound = meters.registry().getMeters().size();
            meters.bind(streams);

            assertThat(meters.registry().getMeters()).hasSize(bound);
            assertThat(meters.registry().scrape()).contains(STREAMS_METRIC);

            meters.unbind(streams);
            meters.unbind(streams);
            assertThat(meters.registry().scrape()).doesNotContain(STREAMS_METRIC);
        }
    }

    @Test
    void survivesTheNegativeCounterOfRocksDb() {
        try (Meters meters = new Meters()) {
            countOpenFiles(meters.registry());

            assertThat(meters.registry().scrape()).doesNotContain("number_open_files");
        }
        PrometheusMeterRegistry unprotected = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        countOpenFiles(unprotected);
        assertThatThrownBy(unprotected::scrape).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closesTwice() {
        Meters meters = new Meters();
        meters.close();
        meters.close();

        assertThat(meters.registry().isClosed()).isTrue();
    }

    private static void countOpenFiles(MeterRegistry registry) {
        FunctionCounter.builder("kafka.stream.state.number.open.files", "unknown", text -> -1)
                .register(registry);
    }

    /** Streams that are never started and reach no broker. */
    static KafkaStreams idleStreams(Path stateDirectory) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in").to("out");
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "meters-test");
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, "meters-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return new KafkaStreams(builder.build(), properties);
    }
}
