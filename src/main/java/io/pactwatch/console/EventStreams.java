package io.pactwatch.console;

import com.sun.net.httpserver.HttpExchange;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends events to those who follow, at most {@value #MAX_CLIENTS}, each on a thread of its own. A client for whom more
 * than {@value #MAX_WAITING} events wait, or who takes nothing for {@value #WRITE_SECONDS} seconds, is cut. Thread-safe.
 */
final class EventStreams implements AutoCloseable {
    static final int MAX_CLIENTS = 64;
    static final int MAX_WAITING = 1_000;
    private static final int WRITE_SECONDS = 10;
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(WRITE_SECONDS);
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OPENING = "retry: 3000\nevent: open\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final WriteWatch watch;
    private final Duration heartbeat;
    private final Semaphore places = new Semaphore(MAX_CLIENTS);
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    /** @param heartbeat how often a silent stream shows that it lives */
    EventStreams(WriteWatch watch, Duration heartbeat) {
        this.watch = watch;
        this.heartbeat = heartbeat;
    }

    /** Sends an event to everybody. Does not block. */
    void send(ViewEvent event) {
        if (clients.isEmpty()) {
            return;
        }
        byte[] frame = ("event: " + event.name() + "\ndata: " + Json.write(event.data()) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        clients.forEach(client -> client.offer(frame));
    }

    /** Answers a client on a thread of its own until either side ends; false if there is no place. */
    boolean accept(HttpExchange exchange) {
        if (!places.tryAcquire()) {
            return false;
        }
        Client client = new Client(exchange);
        clients.add(client);
        client.thread.start();
        return true;
    }

    int clients() {
        return clients.size();
    }

    @Override
    public void close() {
        clients.forEach(Client::cut);
    }

    private final class Client {
        private final HttpExchange exchange;
        private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
        private final Thread thread = new Thread(this::run, "console-events");

        Client(HttpExchange exchange) {
            this.exchange = exchange;
            thread.setDaemon(true);
        }

        void offer(byte[] frame) {
            if (!waiting.offer(frame)) {
                cut();
            }
        }

        /** Wakes the thread from waiting, or closes the connection under its write. */
        void cut() {
            thread.interrupt();
        }

        private void run() {
            try (exchange) {
                watch.run(WRITE_LIMIT, () -> exchange.sendResponseHeaders(200, 0));
                write(OPENING);
                while (!Thread.currentThread().isInterrupted()) {
                    byte[] frame = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                    write(frame == null ? HEARTBEAT : frame);
                }
            } catch (IOException | InterruptedException e) {
                // The client has gone, or is cut: either way there is nobody to tell.
                Thread.currentThread().interrupt();
            } finally {
                clients.remove(this);
                places.release();
            }
        }

        private void write(byte[] frame) throws IOException {
            watch.run(WRITE_LIMIT, () -> {
                OutputStream out = exchange.getResponseBody();
                out.write(frame);
                out.flush();
            });
        }
    }
}
