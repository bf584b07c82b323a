package io.pactwatch.console;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cuts clients that do not read: a write that takes too long is interrupted, which closes its connection. Thread-safe.
 */
final class WriteWatch implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "console-write-watch");
        thread.setDaemon(true);
        return thread;
    });

    WriteWatch() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Something that writes to a client. */
    @FunctionalInterface
    interface Write {
        void run() throws IOException;
    }

    /**
     * Runs a write on this thread, for at most so long.
     *
     * @throws IOException if the write fails or takes too long, or the watch is closed
     */
    void run(Duration limit, Write write) throws IOException {
        Writer writer = new Writer(Thread.currentThread());
        ScheduledFuture<?> end = schedule(limit, writer);
        try {
            write.run();
        } finally {
            end.cancel(false);
            writer.finish();
        }
    }

    private ScheduledFuture<?> schedule(Duration limit, Writer writer) throws IOException {
        try {
            return timer.schedule(writer::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("the console is closed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static final class Writer {
        private final Thread thread;
        private boolean expired;
        private boolean finished;

        Writer(Thread thread) {
            this.thread = thread;
        }

        synchronized void expire() {
            if (!finished) {
                expired = true;
                thread.interrupt();
            }
        }

        /** The interrupt was meant for the write alone. */
        synchronized void finish() {
            finished = true;
            if (expired) {
                Thread.interrupted();
            }
        }
    }
}
