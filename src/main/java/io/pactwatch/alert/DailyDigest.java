package io.pactwatch.alert;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The alert that gathers those of one partnership and UTC day of processing that are beyond the budget. */
public final class DailyDigest {
    /** Alerts listed; further ones are not. */
    static final int MAX_LISTED = 200;

    private static final int MAX_EVIDENCE = 20;

    private DailyDigest() {}

    /** Id of the digest of a partnership and of the day of a time. */
    public static String id(PartnershipRef partnership, Instant detectedAt) {
        return AlertIds.ofDigest(partnership, day(detectedAt));
    }

    /**
     * The digest with one more alert; empty if it lists that alert in these words, or is full.
     *
     * @param last the digest of that day so far
     */
    public static Optional<Alert> with(Optional<Alert> last, Alert alert) {
        List<Alert.Digested> listed = new ArrayList<>(last.map(Alert::digest).orElse(List.of()));
        Alert.Digested entry = new Alert.Digested(alert.id(), alert.kind(), alert.severity(), alert.title());
        if (listed.contains(entry)) {
            return Optional.empty();
        }
        listed.removeIf(known -> known.id().equals(entry.id()));
        if (listed.size() == MAX_LISTED) {
            return Optional.empty();
        }
        listed.add(entry);
        return Optional.of(digest(last, alert, listed));
    }

    private static Alert digest(Optional<Alert> last, Alert alert, List<Alert.Digested> listed) {
        LocalDate day = day(alert.detectedAt());
        Severity severity = listed.stream()
                .map(Alert.Digested::severity)
                .max(Comparator.naturalOrder())
                .orElse(alert.severity());
        Instant published = last.map(Alert::publishedAt)
                .filter(alert.publishedAt()::isAfter)
                .orElse(alert.publishedAt());
        return new Alert(
                id(alert.partnership(), alert.detectedAt()),
                AlertKind.DIGEST,
                last.isPresent() ? AlertStatus.UPDATED : AlertStatus.OPEN,
                severity,
                alert.partnership(),
                alert.partnership().name() + ": " + listed.size() + " more on " + day,
                "The alerts of " + day + " were used up (alert.dailyBudget); these came after them.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                published,
                alert.detectedAt(),
                roots(last, alert),
                evidence(last, alert),
                List.of("BUDGET_SPENT"),
                false,
                listed,
                Alert.SCHEMA_VERSION);
    }

    private static List<Citation> evidence(Optional<Alert> last, Alert alert) {
        return Stream.concat(
                        last.map(Alert::evidence).orElse(List.of()).stream(),
                        alert.evidence().stream().limit(1))
                .distinct()
                .limit(MAX_EVIDENCE)
                .toList();
    }

    private static List<Root> roots(Optional<Alert> last, Alert alert) {
        Map<String, Root> byName = new TreeMap<>();
        last.map(Alert::roots).orElse(List.of()).forEach(root -> byName.put(root.root(), root));
        alert.roots().forEach(root -> byName.putIfAbsent(root.root(), root));
        return byName.values().stream().limit(MAX_EVIDENCE).toList();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
