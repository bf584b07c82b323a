package io.pactwatch.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * State: a message that waits for the end of a cool-down.
 *
 * @param alert the message
 * @param at event time of the input that caused it
 * @param due event time from which on it may be told
 * @param since processing time at which the first message about this alert began to wait
 */
public record WaitingAlert(Alert alert, Instant at, Instant due, Instant since) {
    public WaitingAlert {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(since, "since");
    }

    /** This message in the place of one that waits already: it waits no longer, so that a steady stream is told in time. */
    public WaitingAlert inPlaceOf(WaitingAlert earlier) {
        return new WaitingAlert(
                alert,
                at,
                earlier.due.isBefore(due) ? earlier.due : due,
                earlier.since.isBefore(since) ? earlier.since : since);
    }
}
