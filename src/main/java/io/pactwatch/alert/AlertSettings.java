package io.pactwatch.alert;

import java.time.Duration;
import java.util.Objects;

/**
 * Settings of the alert stage.
 *
 * @param termCoolDown how long after a message on a changed term further ones on changed terms of the partnership wait;
 *     zero: a change is what people wait for, and stories and novelty keep its retellings away
 * @param negotiationCoolDown the same for updates of negotiations, which move by the hour
 * @param shiftCoolDown the same for shifts of the tone, so that a tone that goes up and down within a day is told once
 * @param dailyBudget alerts opened per partnership and UTC day of processing, after which those that are not critical go
 *     into one digest
 * @param historicalAfter age at which news is history when it is read
 * @param longestEmbargo how far ahead the end of an embargo may be for the article to be held
 */
public record AlertSettings(
        Duration termCoolDown,
        Duration negotiationCoolDown,
        Duration shiftCoolDown,
        int dailyBudget,
        Duration historicalAfter,
        Duration longestEmbargo) {
    public static final AlertSettings DEFAULTS = new AlertSettings(
            Duration.ZERO, Duration.ofHours(24), Duration.ofHours(24), 20, Duration.ofDays(30), Duration.ofDays(90));

    public AlertSettings {
        requireAtMost(termCoolDown, 30, "alert.termCoolDown");
        requireAtMost(negotiationCoolDown, 30, "alert.negotiationCoolDown");
        requireAtMost(shiftCoolDown, 30, "alert.shiftCoolDown");
        if (dailyBudget < 1 || dailyBudget > 100_000) {
            throw new IllegalArgumentException("alert.dailyBudget: " + dailyBudget + " is not between 1 and 100000");
        }
        requireAtMost(historicalAfter, 36_500, "alert.historicalAfter");
        requireAtMost(longestEmbargo, 365, "alert.longestEmbargo");
    }

    /** How long messages of a kind wait after the last one of it. */
    Duration coolDown(AlertKind kind) {
        return switch (kind) {
            case TERM_CHANGE -> termCoolDown;
            case TERM_NEGOTIATION, CONTRADICTION -> negotiationCoolDown;
            case SENTIMENT_SHIFT -> shiftCoolDown;
            case TERM_DUE, SILENCE, DIGEST -> Duration.ZERO;
        };
    }

    /** The longest of the cool-downs. */
    public Duration longestCoolDown() {
        Duration terms = termCoolDown.compareTo(negotiationCoolDown) > 0 ? termCoolDown : negotiationCoolDown;
        return terms.compareTo(shiftCoolDown) > 0 ? terms : shiftCoolDown;
    }

    private static void requireAtMost(Duration duration, int days, String field) {
        Objects.requireNonNull(duration, field);
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(days)) > 0) {
            throw new IllegalArgumentException(field + ": " + duration + " is not between 0 and " + days + " days");
        }
    }
}
