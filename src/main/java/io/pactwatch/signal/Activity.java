package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * State: on which UTC days a partnership had input. Bounded: days that an article can still fill in, at most those of the
 * lateness, of about 500 bytes each, and the gaps before them that are longer than all later ones, fewer than 50.
 *
 * @param first first day with input; empty before the first article
 * @param last latest day that no article in time can precede any more
 * @param gaps gaps up to that day, each longer than all later ones, in the order of time
 * @param open later days with input, in the order of time
 */
public record Activity(
        PartnershipRef partnership, Optional<LocalDate> first, Optional<Day> last, List<Gap> gaps, List<Day> open) {

    /**
     * A day with input.
     *
     * @param quote its earliest quote, if an article of the day has one
     */
    public record Day(LocalDate date, Optional<ToneQuote> quote) {
        public Day {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(quote, "quote");
        }
    }

    /**
     * Days between two days with input.
     *
     * @param end the day that ended it
     */
    public record Gap(LocalDate end, int days) {
        public Gap {
            Objects.requireNonNull(end, "end");
        }
    }

    public Activity {
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        gaps = List.copyOf(gaps);
        open = List.copyOf(open);
    }

    public static Activity none(PartnershipRef partnership) {
        return new Activity(partnership, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
