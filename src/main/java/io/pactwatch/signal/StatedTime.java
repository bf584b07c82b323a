package io.pactwatch.signal;

import io.pactwatch.contract.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * State: when a change becomes true, or stops being so, as a report says, and how firm that report is.
 *
 * @param validFrom the time that the report states
 * @param stage how firm it is
 */
public record StatedTime(Instant validFrom, Stage stage) {
    /** What the firmer report says; the earlier time if both are as firm. */
    static final Comparator<StatedTime> BEST_FIRST =
            Comparator.comparing(StatedTime::stage).reversed().thenComparing(StatedTime::validFrom);

    public StatedTime {
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(stage, "stage");
    }
}
