package io.pactwatch.topology;

import java.util.Objects;
import java.util.Optional;

/**
 * State: a reading under embargo.
 *
 * @param reading the reading
 * @param trace W3C trace context of its article
 */
record HeldReading(Reading reading, Optional<String> trace) {
    HeldReading {
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(trace, "trace");
    }
}
