package io.pactwatch.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * State: a message that waits for the end of a cool-down.
 *
 * @param alert the message
 * @param at event time of the input that caused it
 * @param due event time from which on it may be told
 */
public record WaitingAlert(Alert alert, Instant at, Instant due) {
    public WaitingAlert {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(due, "due");
    }
}
