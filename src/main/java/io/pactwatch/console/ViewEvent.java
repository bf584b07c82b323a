package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.TermKey;
import java.util.Map;

/** What is told to those who follow the view. */
sealed interface ViewEvent {
    /** Name of the event, for the programs that follow. */
    String name();

    /** What is sent along, a record. */
    Object data();

    record AlertPublished(Alert alert) implements ViewEvent {
        @Override
        public String name() {
            return "alert";
        }

        @Override
        public Object data() {
            return alert;
        }
    }

    record SentimentMoved(SentimentPoint point) implements ViewEvent {
        @Override
        public String name() {
            return "sentiment";
        }

        @Override
        public Object data() {
            return point;
        }
    }

    record LedgerChanged(String partnership, TermKey key) implements ViewEvent {
        @Override
        public String name() {
            return "ledger";
        }

        @Override
        public Object data() {
            return this;
        }
    }

    /** The view is complete: ask anew. */
    record Completed() implements ViewEvent {
        @Override
        public String name() {
            return "complete";
        }

        @Override
        public Object data() {
            return Map.of();
        }
    }
}
