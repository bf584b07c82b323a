package io.pactwatch.console;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pactwatch.config.MonitorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Serves the page, the API, metrics and health over HTTP or HTTPS until it is closed. At most {@value #THREADS} requests are
 * answered at a time, on daemon threads that end when idle; a client that takes more than {@value #REQUEST_SECONDS}
 * seconds to send a request, or too long to read the answer, is cut off. Thread-safe.
 */
public final class ConsoleServer implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 256;
    private static final int REQUEST_SECONDS = 5;
    private static final int HEADERS = 50;
    private static final int HEADER_BYTES = 16_384;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    static {
        // The JDK reads these when it makes its first server. Without the first, Nagle's algorithm costs 40 ms an
        // answer. How long an answer may take is WriteWatch's to say: the JDK's limit would end streams of events.
        setUnlessGiven("sun.net.httpserver.nodelay", "true");
        setUnlessGiven("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS));
        setUnlessGiven("sun.net.httpserver.maxReqHeaders", Integer.toString(HEADERS));
        setUnlessGiven("sun.net.httpserver.maxReqHeaderSize", Integer.toString(HEADER_BYTES));
        setUnlessGiven("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS));
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final EventStreams events;
    private final WriteWatch watch;

    private ConsoleServer(HttpServer server, ExecutorService threads, EventStreams events, WriteWatch watch) {
        this.server = server;
        this.threads = threads;
        this.events = events;
        this.watch = watch;
    }

    /**
     * Binds the address and serves.
     *
     * @throws UncheckedIOException with one line if the address cannot be bound
     * @throws IllegalArgumentException with one line if everybody in the network could read, or the key cannot be read
     */
    public static ConsoleServer start(
            MonitorConfig.Console settings, PrometheusMeterRegistry registry, Supplier<Health> health, ConsoleApi api) {
        return start(settings, registry, health, api, HEARTBEAT);
    }

    static ConsoleServer start(
            MonitorConfig.Console settings,
            PrometheusMeterRegistry registry,
            Supplier<Health> health,
            ConsoleApi api,
            Duration heartbeat) {
        InetSocketAddress address = address(settings);
        AccessRule access = AccessRule.of(settings, address);
        HttpServer server = bind(settings, address);
        ExecutorService threads = threads();
        server.setExecutor(threads);
        WriteWatch watch = new WriteWatch();
        EventStreams events = new EventStreams(watch, heartbeat);
        api.view().listen(events::send);
        server.createContext("/", new ConsoleHandler(resources(registry, health, api), access, events, watch));
        server.start();
        return new ConsoleServer(server, threads, events, watch);
    }

    /** What is served, by path, save the stream of events. */
    static Map<String, Resource> resources(PrometheusMeterRegistry registry, Supplier<Health> health, ConsoleApi api) {
        Map<String, Resource> resources = new LinkedHashMap<>(PageFiles.resources());
        resources.putAll(api.resources());
        resources.put("/metrics", Resource.metrics(registry));
        resources.put("/health/live", Resource.health(health, Health::live));
        resources.put("/health/ready", Resource.health(health, Health::ready));
        return resources;
    }

    /** The port that is bound. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. Idempotent. */
    @Override
    public void close() {
        server.stop(0);
        events.close();
        threads.shutdownNow();
        watch.close();
    }

    /** How many clients follow the events. */
    int followers() {
        return events.clients();
    }

    private static InetSocketAddress address(MonitorConfig.Console settings) {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw cannotListen(settings, new IOException("unknown host"));
        }
        return address;
    }

    private static HttpServer bind(MonitorConfig.Console settings, InetSocketAddress address) {
        try {
            return settings.tls().isPresent()
                    ? TlsServer.create(settings.tls().get(), address, CONNECTIONS)
                    : HttpServer.create(address, CONNECTIONS);
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
