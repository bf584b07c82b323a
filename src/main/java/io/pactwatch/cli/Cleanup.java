package io.pactwatch.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was started, the last first: when it is closed, or when the process is told to stop. Thread-safe. */
final class Cleanup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stop, "cleanup");
    private volatile boolean toldToStop;
    private boolean stopping;

    Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes over what has been started; ends it at once if the process is stopping already. */
    synchronized <T extends AutoCloseable> T add(T closeable) {
        started.push(closeable);
        if (stopping) {
            closeAll();
        }
        return closeable;
    }

    /** Whether the process was told to stop; then failures of what was started are no news. */
    boolean isToldToStop() {
        return toldToStop;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the process is stopping", e);
        }
    }

    private void stop() {
        toldToStop = true;
        closeAll();
    }

    private synchronized void closeAll() {
        stopping = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.warn("while stopping: {}", OneLineErrors.describe(e));
            }
        }
    }
}
