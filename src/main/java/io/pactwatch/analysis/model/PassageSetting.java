package io.pactwatch.analysis.model;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a passage stands. What is news and what is background shows less in a sentence than in what the article reports: its
 * headline, its date, and how far down the sentence stands.
 *
 * @param headline of the article, cut after {@link #LONGEST_HEADLINE} units; empty if there is none or the passage is it
 * @param month of the publication
 */
public record PassageSetting(String headline, Optional<YearMonth> month, Place place) {
    public static final int LONGEST_HEADLINE = 160;

    /** Nothing is known. */
    public static final PassageSetting NONE = new PassageSetting("", Optional.empty(), Place.UNKNOWN);

    private static final int LEAD_SENTENCES = 3;

    /** The part of an article. */
    public enum Place {
        UNKNOWN,
        LEAD,
        BODY,
        /** The last third. */
        END;

        /**
         * Where a sentence stands.
         *
         * @param index of the sentence in the body
         * @param size sentences of the body
         */
        public static Place of(int index, int size) {
            if (index < LEAD_SENTENCES) {
                return LEAD;
            }
            return index * 3L >= size * 2L ? END : BODY;
        }
    }

    public PassageSetting {
        int end = Math.min(headline.length(), LONGEST_HEADLINE);
        headline = headline.substring(0, end);
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(place, "place");
    }

    /** What an encoder reads before the passage. */
    String words() {
        StringBuilder words = new StringBuilder();
        month.ifPresent(known -> words.append(known.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .append(' ')
                .append(known.getYear()));
        if (place != Place.UNKNOWN) {
            words.append(", ").append(place.name().toLowerCase(Locale.ROOT));
        }
        String separator = words.length() == 0 || headline.isEmpty() ? "" : ": ";
        return words + separator + headline;
    }
}
