package io.pactwatch.delivery;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pactwatch.alert.Alert;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server that takes what it is sent, after it has behaved as badly as it was told. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Received> taken = new CopyOnWriteArrayList<>();
    private final List<Received> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour otherwise = Behaviour.status(200);

    record Received(String path, Headers headers, String body, long nanos) {
        /** Id and title of the alert that the body holds. */
        String name() {
            Alert alert = Json.read(body.getBytes(StandardCharsets.UTF_8), Alert.class);
            return alert.id() + " " + alert.title();
        }
    }

    /** What to do with a request. */
    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;

        static Behaviour status(int status) {
            return (exchange, closed) -> exchange.sendResponseHeaders(status, -1);
        }

        static Behaviour retryAfter(int status, String value) {
            return (exchange, closed) -> {
                exchange.getResponseHeaders().set("Retry-After", value);
                exchange.sendResponseHeaders(status, -1);
            };
        }

        static Behaviour closeTheConnection() {
            return (exchange, closed) -> {};
        }

        static Behaviour hang() {
            return (exchange, closed) -> closed.await();
        }

        static Behaviour hangAfterTheHeaders() {
            return (exchange, closed) -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                closed.await();
            };
        }

        static Behaviour slow(long millis) {
            return (exchange, closed) -> {
                closed.await(millis, TimeUnit.MILLISECONDS);
                exchange.sendResponseHeaders(200, -1);
            };
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        return start(0);
    }

    static Receiver start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Receiver receiver = new Receiver(server);
        server.setExecutor(receiver.threads);
        server.createContext("/", receiver::handle);
        server.start();
        return receiver;
    }

    /** What to do with the next requests, one after the other. */
    Receiver first(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
        return this;
    }

    /** What to do with so many requests. */
    Receiver first(int requests, Behaviour behaviour) {
        return first(Collections.nCopies(requests, behaviour).toArray(Behaviour[]::new));
    }

    /** What to do with all requests after those. */
    Receiver then(Behaviour behaviour) {
        otherwise = behaviour;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** All requests. */
    List<Received> asked() {
        return asked;
    }

    /** Requests that were answered with 200. */
    List<Received> taken() {
        return taken;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received received =
                new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body, System.nanoTime());
        asked.add(received);
        Behaviour scripted = script.poll();
        try {
            (scripted == null ? otherwise : scripted).answer(exchange, closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (exchange.getResponseCode() == 200) {
            taken.add(received);
        }
        exchange.close();
    }
}
