package io.pactwatch.signal;

import java.time.Duration;
import java.util.Objects;

/**
 * Settings of the signal stage.
 *
 * @param lateness how far behind the newest article of its partnership an article may arrive and still count in the
 *     order of publication; an older one is entered as history
 * @param storyWindow how far apart two articles of one story, or two reports of one change, may be published
 * @param falseAlarmsPerYear false sentiment-shift alarms per partnership and year that the user accepts
 */
public record SignalSettings(Duration lateness, Duration storyWindow, double falseAlarmsPerYear) {
    public static final SignalSettings DEFAULTS = new SignalSettings(Duration.ofDays(7), Duration.ofDays(14), 1);

    public SignalSettings {
        requireDays(lateness, "signal.lateness");
        requireDays(storyWindow, "signal.storyWindow");
        if (!(falseAlarmsPerYear > 0 && falseAlarmsPerYear <= 100)) {
            throw new IllegalArgumentException(
                    "signal.falseAlarmsPerYear: " + falseAlarmsPerYear + " is not in (0,100]");
        }
    }

    private static void requireDays(Duration duration, String field) {
        Objects.requireNonNull(duration, field);
        if (duration.compareTo(Duration.ofHours(1)) < 0 || duration.compareTo(Duration.ofDays(60)) > 0) {
            throw new IllegalArgumentException(field + ": " + duration + " is not between 1 hour and 60 days");
        }
    }
}
