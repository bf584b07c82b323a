package io.pactwatch.metrics;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.signal.SentimentPoint;
import java.time.Duration;

/**
 * What the monitor counts. Inputs that were read = analyzed + irrelevant + refused by the stages; dead letters are counted
 * apart. Thread-safe.
 */
public interface MonitorMetrics {
    /** Counts nothing. */
    MonitorMetrics NONE = new MonitorMetrics() {
        @Override
        public void analyzed(Input input, int partnerships, Duration took) {}

        @Override
        public void decided(Decision.Reason reason) {}

        @Override
        public void story(boolean retelling) {}

        @Override
        public void sentiment(SentimentPoint point) {}

        @Override
        public void published(Alert alert, Duration sinceInput) {}

        @Override
        public void timestampClamped() {}

        @Override
        public void deadLetter(Phase phase) {}
    };

    /** What an input was. */
    enum Input {
        ARTICLE,
        EVENT
    }

    /** Where a record failed. */
    enum Phase {
        DESERIALIZATION,
        PROCESSING,
        PRODUCTION
    }

    /** An input was read and is about so many partnerships; 0 is irrelevant. */
    void analyzed(Input input, int partnerships, Duration took);

    /** An input raised no alert, for this reason. */
    void decided(Decision.Reason reason);

    /** An article told a new story, or retold a known one. */
    void story(boolean retelling);

    /** The sentiment series of a partnership has a new point. */
    void sentiment(SentimentPoint point);

    /** An alert was published or updated, so long after its input arrived. */
    void published(Alert alert, Duration sinceInput);

    /** A publication time in the future was set back. */
    void timestampClamped();

    /** A record went to the dead letters. */
    void deadLetter(Phase phase);
}
