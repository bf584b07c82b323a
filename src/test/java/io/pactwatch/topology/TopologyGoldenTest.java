package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.metrics.MonitorMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds the topology as it was released. Names of operators that own state or internal topics are part of what is on the
 * cluster: if this test fails, find out what changes for a running monitor before you change the expected file.
 *
 * <ul>
 *   <li>Only stateless operators differ, and no store, changelog or repartition name: compatible. Run this test once with
 *       {@code -Dpactwatch.golden=write} and review the difference.
 *   <li>A store or an internal topic got another name or place: its state is orphaned. Stop, keep the old name, or write into
 *       CHANGELOG.md how to move: stop all instances, reset the application with kafka-streams-application-reset, replay.
 *   <li>A sub-topology was added before others: task ids shift. Treat it like a renamed store.
 * </ul>
 */
class TopologyGoldenTest {
    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "io", "pactwatch", "topology", "expected_topology.txt");

    @Test
    void theTopologyIsTheReleasedOne() throws IOException {
        String described = new MonitorTopology(
                        MonitorConfig.DEFAULTS, new TermCatalogue(List.of()), MonitorMetrics.NONE, Clock.systemUTC())
                .build()
                .describe()
                .toString();
        if ("write".equals(System.getProperty("pactwatch.golden"))) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, described);
        }
        assertThat(described).isEqualTo(Files.readString(EXPECTED));
    }

    @Test
    void noOperatorHasAGeneratedName() {
        String described = new MonitorTopology(
                        MonitorConfig.DEFAULTS, new TermCatalogue(List.of()), MonitorMetrics.NONE, Clock.systemUTC())
                .build()
                .describe()
                .toString();
        assertThat(described).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
    }
}
