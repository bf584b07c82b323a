package io.pactwatch.topology;

import io.pactwatch.alert.WaitingAlert;
import java.util.Objects;
import java.util.Optional;

/**
 * State: an alert that waits for the end of a cool-down.
 *
 * @param waiting the alert
 * @param trace W3C trace context of the input that caused it
 */
record WaitingMessage(WaitingAlert waiting, Optional<String> trace) {
    WaitingMessage {
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(trace, "trace");
    }
}
