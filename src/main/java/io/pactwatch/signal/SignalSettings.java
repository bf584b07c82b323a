package io.pactwatch.signal;

import java.time.Duration;
import java.util.Objects;

/**
 * Settings of the signal stage.
 *
 * @param lateness how far behind the newest article of its partnership an article may arrive and still count in the
 *     order of publication; an older one is entered as history
 * @param storyWindow how far apart two articles of one story, or two reports of one change, may be published
 * @param falseAlarmsPerYear false alarms of a sentiment shift, and of a silence, per partnership and year that the user
 *     accepts
 * @param dueNotice how long before the end of a term people are told that it is due
 */
public record SignalSettings(Duration lateness, Duration storyWindow, double falseAlarmsPerYear, Duration dueNotice) {
    public static final SignalSettings DEFAULTS =
            new SignalSettings(Duration.ofDays(7), Duration.ofDays(14), 1, Duration.ofDays(90));

    private static final int LONGEST_NOTICE_DAYS = 1_000;

    public SignalSettings {
        requireDays(lateness, "signal.lateness");
        requireDays(storyWindow, "signal.storyWindow");
        if (!(falseAlarmsPerYear > 0 && falseAlarmsPerYear <= 100)) {
            throw new IllegalArgumentException(
                    "signal.falseAlarmsPerYear: " + falseAlarmsPerYear + " is not in (0,100]");
        }
        Objects.requireNonNull(dueNotice, "signal.dueNotice");
        if (dueNotice.compareTo(Duration.ofDays(1)) < 0
                || dueNotice.compareTo(Duration.ofDays(LONGEST_NOTICE_DAYS)) > 0) {
            throw new IllegalArgumentException("signal.dueNotice: " + dueNotice + " is not between 1 and 1000 days");
        }
    }

    /** Settings with the default notice of what is due. */
    public SignalSettings(Duration lateness, Duration storyWindow, double falseAlarmsPerYear) {
        this(lateness, storyWindow, falseAlarmsPerYear, Duration.ofDays(90));
    }

    private static void requireDays(Duration duration, String field) {
        Objects.requireNonNull(duration, field);
        if (duration.compareTo(Duration.ofHours(1)) < 0 || duration.compareTo(Duration.ofDays(60)) > 0) {
            throw new IllegalArgumentException(field + ": " + duration + " is not between 1 hour and 60 days");
        }
    }
}
