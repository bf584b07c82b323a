package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.signal.SentimentPoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A partnership in brief, as the API gives it.
 *
 * @param lastNews time of the latest story or alert
 * @param tone the latest point of its series
 * @param recentLevels tone of the latest stories, oldest first, to three digits, at most {@value #RECENT}
 * @param lastChange the latest alert about a changed term
 * @param openAlerts alerts that are neither resolved nor retracted, by severity
 */
record PartnershipAnswer(
        String id,
        String name,
        List<String> parties,
        Optional<Instant> lastNews,
        Optional<SentimentPoint> tone,
        List<Double> recentLevels,
        Optional<Headline> lastChange,
        Map<Severity, Integer> openAlerts) {
    private static final int RECENT = 40;
    private static final Set<String> ENDED = Set.of("RESOLVED", "RETRACTED");

    /** Order of the latest news, newest first. */
    static final Comparator<PartnershipAnswer> BY_LAST_NEWS = Comparator.comparing(
                    (PartnershipAnswer answer) -> answer.lastNews().orElse(Instant.MIN))
            .reversed()
            .thenComparing(PartnershipAnswer::name)
            .thenComparing(PartnershipAnswer::id);

    /** All partnerships of a view. */
    record All(boolean complete, List<PartnershipAnswer> partnerships) {}

    /** An alert in one line. */
    record Headline(String id, AlertKind kind, Severity severity, String title, Instant publishedAt) {
        static Headline of(Alert alert) {
            return new Headline(alert.id(), alert.kind(), alert.severity(), alert.title(), alert.publishedAt());
        }
    }

    static PartnershipAnswer of(PartnershipRef partnership, OutputView view) {
        List<Alert> alerts =
                view.alerts(Optional.empty(), Optional.of(partnership.id()), alert -> true, OutputView.MAX_ALERTS);
        List<SentimentPoint> points = view.sentiment(partnership.id(), RECENT);
        Optional<SentimentPoint> tone =
                points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
        Map<Severity, Integer> open = new EnumMap<>(Severity.class);
        alerts.stream()
                .filter(PartnershipAnswer::isOpen)
                .forEach(alert -> open.merge(alert.severity(), 1, Integer::sum));
        return new PartnershipAnswer(
                partnership.id(),
                partnership.name(),
                partnership.parties(),
                Stream.concat(
                                tone.map(SentimentPoint::at).stream(),
                                alerts.stream().limit(1).map(Alert::publishedAt))
                        .max(Comparator.naturalOrder()),
                tone,
                points.stream().map(PartnershipAnswer::rounded).toList(),
                alerts.stream()
                        .filter(alert -> alert.kind() == AlertKind.TERM_CHANGE)
                        .findFirst()
                        .map(Headline::of),
                open);
    }

    private static double rounded(SentimentPoint point) {
        return Math.round(point.level() * 1_000) / 1_000.0;
    }

    private static boolean isOpen(Alert alert) {
        return !ENDED.contains(alert.status().name());
    }
}
