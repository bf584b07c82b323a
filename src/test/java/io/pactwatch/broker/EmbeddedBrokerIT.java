package io.pactwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.testing.ChildJvm;
import io.pactwatch.testing.Kafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverAnOrderlyRestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Kafka.createTopic(broker.bootstrapServers(), TOPIC, 1);
            Kafka.send(broker.bootstrapServers(), TOPIC, List.of("one", "two"));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(Kafka.readAll(broker.bootstrapServers(), TOPIC)).containsExactly("one", "two");
        }
    }

    @Test
    void keepsAcknowledgedDataOverAKill() throws Exception {
        try (ChildJvm child = ChildJvm.start(BrokerProcess.class, folder.toString())) {
            String servers = child.awaitLine("READY ", Duration.ofSeconds(60));
            Kafka.createTopic(servers, TOPIC, 1);
            Kafka.send(servers, TOPIC, List.of("one", "two"));
            child.kill();
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(Kafka.readAll(broker.bootstrapServers(), TOPIC)).containsExactly("one", "two");
        }
    }

    @Test
    void refusesAPortThatIsTakenInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageNotContaining("\n");
        }
    }

    /** A broker in a process of its own, to be killed. */
    static final class BrokerProcess {
        public static void main(String[] args) throws InterruptedException {
            EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), 0);
            System.out.println("READY " + broker.bootstrapServers());
            Thread.currentThread().join();
        }
    }
}
