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
        public void decided(Decision decision) {}

        @Override
        public void story(String partnership, boolean retelling) {}

        @Override
        public void sentiment(SentimentPoint point) {}

        @Override
        public void stands(int partition, SentimentPoint point) {}

        @Override
        public void stands(int partition, StandingTerm term) {}

        @Override
        public void released(int partition) {}

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

    /** An input raised no alert. */
    void decided(Decision decision);

    /** An article told a new story of a partnership, or retold a known one. */
    void story(String partnership, boolean retelling);

    /** The sentiment series of a partnership has a new point. */
    void sentiment(SentimentPoint point);

    /** This is where the sentiment of a partnership of this partition stands. */
    void stands(int partition, SentimentPoint point);

    /** This is where a contract term of a partnership of this partition stands. */
    void stands(int partition, StandingTerm term);

    /** This instance no longer processes the partition: another one tells where its partnerships stand. */
    void released(int partition);

    /** An alert was published or updated, so long after its input arrived. */
    void published(Alert alert, Duration sinceInput);

    /** A publication time in the future was set back. */
    void timestampClamped();

    /** A record went to the dead letters. */
    void deadLetter(Phase phase);
}
