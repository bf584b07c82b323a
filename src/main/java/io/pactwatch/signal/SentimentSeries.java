package io.pactwatch.signal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * State: the sentiment series of one partnership: the detector before the stories that can still change, and those
 * stories in the order of time. At most {@link SentimentShiftDetector#MAX_OPEN} stories of about 500 bytes.
 *
 * @param checkpoint the detector after every story that can no longer change
 * @param unsettled the latest shift up to the checkpoint, until its level has settled
 * @param closed time of the latest of those stories; an earlier story comes too late
 * @param open the stories after the checkpoint
 */
public record SentimentSeries(
        CusumState checkpoint,
        Optional<Signal.SentimentShift> unsettled,
        Optional<Instant> closed,
        List<ToneObservation> open) {
    public SentimentSeries {
        Objects.requireNonNull(checkpoint, "checkpoint");
        Objects.requireNonNull(unsettled, "unsettled");
        Objects.requireNonNull(closed, "closed");
        open = List.copyOf(open);
    }

    public static SentimentSeries empty() {
        return new SentimentSeries(CusumState.START, Optional.empty(), Optional.empty(), List.of());
    }

    /** The series with other open stories, in the order of time. */
    public SentimentSeries withOpen(List<ToneObservation> stories) {
        return new SentimentSeries(checkpoint, unsettled, closed, stories);
    }

    /** How many of its open stories, from the first on, other open stories begin with. */
    int commonPrefix(List<ToneObservation> others) {
        int most = Math.min(open.size(), others.size());
        int length = 0;
        while (length < most
                && (open.get(length) == others.get(length) || open.get(length).equals(others.get(length)))) {
            length++;
        }
        return length;
    }
}
