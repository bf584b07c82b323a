package io.pactwatch.cli;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with count and rate on the last line of a terminal; nothing anywhere else. Thread-safe. */
final class Progress implements AutoCloseable {
    /** Number of steps when nobody knows it. */
    static final long UNKNOWN = -1;

    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final int UPDATE_MILLIS = 200;

    private final LastLine line;
    private final Optional<ProgressBar> bar;

    private Progress(LastLine line, Optional<ProgressBar> bar) {
        this.line = line;
        this.bar = bar;
    }

    /** @param unit what is counted, with a leading space */
    static Progress start(Terminal terminal, PrintWriter err, String task, long steps, String unit) {
        LastLine line = new LastLine(err, terminal);
        if (!terminal.interactive()) {
            return new Progress(line, Optional.empty());
        }
        return new Progress(
                line,
                Optional.of(new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(steps)
                        .setUnit(unit, 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .setConsumer(line)
                        .showSpeed()
                        .build()));
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    /** Prints above the bar. */
    void above(Runnable printing) {
        line.above(printing);
    }

    /** Removes the bar. */
    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    /** Where the bar is drawn; keeps it apart from other output. */
    private static final class LastLine implements ProgressBarConsumer {
        private final PrintWriter err;
        private final Terminal terminal;
        private String shown = "";

        LastLine(PrintWriter err, Terminal terminal) {
            this.err = err;
            this.terminal = terminal;
        }

        @Override
        public int getMaxRenderedLength() {
            return terminal.width() - 1;
        }

        @Override
        public synchronized void accept(String bar) {
            shown = bar;
            err.print("\r" + bar);
            err.flush();
        }

        synchronized void above(Runnable printing) {
            clearLine();
            printing.run();
            if (!shown.isEmpty()) {
                accept(shown);
            }
        }

        @Override
        public synchronized void close() {
            clearLine();
            shown = "";
        }

        private void clearLine() {
            if (!shown.isEmpty()) {
                err.print(CLEAR_LINE);
                err.flush();
            }
        }
    }
}
