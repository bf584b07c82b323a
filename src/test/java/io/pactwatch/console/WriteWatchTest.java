package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteWatchTest {
    private final WriteWatch watch = new WriteWatch();

    @Test
    void closesTheConnectionOfAClientThatDoesNotReadAndLeavesTheThreadUsable() throws Exception {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel writing = server.accept()) {
            ByteBuffer answer = ByteBuffer.allocate(100_000_000);

            assertThatThrownBy(() -> watch.run(Duration.ofMillis(100), () -> {
                        while (answer.hasRemaining()) {
                            writing.write(answer);
                        }
                    }))
                    .isInstanceOf(ClosedByInterruptException.class);

            assertThat(client.isConnected()).isTrue();
            assertThat(writing.isOpen()).isFalse();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        watch.close();
    }

    @Test
    void passesOnWhatGoesWrong() {
        assertThatThrownBy(() -> watch.run(Duration.ofSeconds(10), () -> {
                    throw new IOException("broken pipe");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
        watch.close();
    }

    @Test
    void writesNothingOnceItIsClosed() {
        watch.close();

        assertThatThrownBy(() -> watch.run(Duration.ofSeconds(1), () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the console is closed");
    }
}
