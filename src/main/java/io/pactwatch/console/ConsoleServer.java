package io.pactwatch.console;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pactwatch.config.MonitorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Serves metrics and health over HTTP until it is closed. At most {@value #THREADS} requests are answered at a time,
 * on daemon threads that end when idle; a client that takes more than {@value #REQUEST_SECONDS} seconds to send a
 * request is cut off. Thread-safe.
 */
public final class ConsoleServer implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 256;
    private static final int REQUEST_SECONDS = 5;
    private static final int RESPONSE_SECONDS = 30;

    static {
        // The JDK reads these when it makes its first server. Without the first, Nagle's algorithm costs 40 ms an
        // answer.
        setUnlessGiven("sun.net.httpserver.nodelay", "true");
        setUnlessGiven("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS));
        setUnlessGiven("sun.net.httpserver.maxRspTime", Integer.toString(RESPONSE_SECONDS));
        setUnlessGiven("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS));
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private ConsoleServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Binds the address and serves.
     *
     * @throws UncheckedIOException with one line if the address cannot be bound
     */
    public static ConsoleServer start(
            MonitorConfig.Console settings, PrometheusMeterRegistry registry, Supplier<Health> health) {
        HttpServer server = bind(settings);
        ExecutorService threads = threads();
        server.setExecutor(threads);
        server.createContext(
                "/",
                new ConsoleHandler(Map.of(
                        "/metrics", Resource.metrics(registry),
                        "/health/live", Resource.health(health, Health::live),
                        "/health/ready", Resource.health(health, Health::ready))));
        server.start();
        return new ConsoleServer(server, threads);
    }

    /** The port that is bound. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. Idempotent. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(MonitorConfig.Console settings) {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw cannotListen(settings, new IOException("unknown host"));
        }
        try {
            return HttpServer.create(address, CONNECTIONS);
        } catch (IOException e) {
            throw cannotListen(settings, e);
        }
    }

    private static UncheckedIOException cannotListen(MonitorConfig.Console settings, IOException cause) {
        String message = "console: cannot listen on " + settings.host() + ":" + settings.port() + " ("
                + cause.getMessage() + "); set another console.host or console.port, port 0 for a free one";
        return new UncheckedIOException(message, cause);
    }

    /** When all threads are busy, the accepting thread answers, which holds further clients back. */
    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "console-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(
                0,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
