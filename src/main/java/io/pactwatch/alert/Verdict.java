package io.pactwatch.alert;

import io.pactwatch.analysis.Decision.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done with a signal.
 *
 * @param published messages to publish now, in this order
 * @param waiting message to keep until the cool-down is over; in its absence none is kept any more
 * @param digested alert to put into the digest of the day
 * @param pace the pace of the partnership after it
 * @param withheld why it is not published, if it is not
 */
public record Verdict(
        List<Alert> published,
        Optional<WaitingAlert> waiting,
        Optional<Alert> digested,
        Pace pace,
        Optional<Reason> withheld) {
    public Verdict {
        published = List.copyOf(published);
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(digested, "digested");
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(withheld, "withheld");
    }

    static Verdict publish(List<Alert> alerts, Pace pace) {
        return new Verdict(alerts, Optional.empty(), Optional.empty(), pace, Optional.empty());
    }

    static Verdict nothing(Pace pace) {
        return new Verdict(List.of(), Optional.empty(), Optional.empty(), pace, Optional.empty());
    }

    static Verdict retold(Pace pace) {
        return new Verdict(List.of(), Optional.empty(), Optional.empty(), pace, Optional.of(Reason.RETELLING));
    }

    static Verdict wait(WaitingAlert alert, Pace pace) {
        return new Verdict(List.of(), Optional.of(alert), Optional.empty(), pace, Optional.of(Reason.COOL_DOWN));
    }

    static Verdict digest(Alert alert, Pace pace) {
        return new Verdict(List.of(), Optional.empty(), Optional.of(alert), pace, Optional.of(Reason.BUDGET));
    }
}
