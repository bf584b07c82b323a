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

/**
 * The alert that gathers those of one partnership and UTC day of processing that are beyond the budget. It is RESOLVED when
 * nothing that it lists stands any more, and never RETRACTED: others of that day may still join it.
 */
public final class DailyDigest {
    /** Alerts listed; further ones are not. */
    static final int MAX_LISTED = 200;

    /** Days back for which a digest is corrected. */
    static final int CORRECTED_DAYS = 60;

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
        Alert.Digested entry =
                new Alert.Digested(alert.id(), alert.kind(), alert.severity(), alert.title(), AlertStatus.OPEN);
        if (listed.contains(entry)) {
            return Optional.empty();
        }
        listed.removeIf(known -> known.id().equals(entry.id()));
        if (listed.size() == MAX_LISTED) {
            return Optional.empty();
        }
        listed.add(entry);
        Instant published = last.map(Alert::publishedAt)
                .filter(alert.publishedAt()::isAfter)
                .orElse(alert.publishedAt());
        LocalDate day = day(alert.detectedAt());
        return Optional.of(digest(
                id(alert.partnership(), alert.detectedAt()),
                last.isPresent() ? AlertStatus.UPDATED : AlertStatus.OPEN,
                alert.partnership(),
                day,
                published,
                alert.detectedAt(),
                roots(last, alert),
                evidence(last, alert),
                listed));
    }

    /** Ids of the digests that can list an alert about news of a time, earliest first. */
    public static List<String> ids(PartnershipRef partnership, Instant publishedAt, Instant detectedAt) {
        LocalDate last = day(detectedAt);
        // A publication time may be a little ahead of the clock, so the day before counts too.
        LocalDate published = day(publishedAt).minusDays(1);
        LocalDate bound = last.minusDays(CORRECTED_DAYS);
        return (published.isBefore(bound) ? bound : published)
                .datesUntil(last.plusDays(1))
                .map(day -> AlertIds.ofDigest(partnership, day))
                .toList();
    }

    /**
     * The digest after an alert that it lists was taken back; empty if it does not list it, or lists it so already.
     *
     * @param status RETRACTED or RESOLVED
     */
    static Optional<Alert> ended(Alert last, String alertId, AlertStatus status, Instant detectedAt) {
        List<Alert.Digested> listed = last.digest().stream()
                .map(entry -> entry.id().equals(alertId) ? entry.in(status) : entry)
                .toList();
        return listed.equals(last.digest())
                ? Optional.empty()
                : Optional.of(corrected(last, listed, last.evidence(), detectedAt));
    }

    /** The digest without the quotes of a withdrawn article; empty if no other quote is left. */
    static Optional<Alert> withoutQuotesOf(Alert last, String articleId, Instant detectedAt) {
        List<Citation> others = last.evidence().stream()
                .filter(quote -> !quote.articleId().equals(articleId))
                .toList();
        return others.isEmpty() || others.equals(last.evidence())
                ? Optional.empty()
                : Optional.of(corrected(last, last.digest(), others, detectedAt));
    }

    private static Alert corrected(
            Alert last, List<Alert.Digested> listed, List<Citation> evidence, Instant detectedAt) {
        boolean stands = listed.stream().anyMatch(entry -> entry.status() == AlertStatus.OPEN);
        return digest(
                last.id(),
                stands ? AlertStatus.UPDATED : AlertStatus.RESOLVED,
                last.partnership(),
                dayOf(last, detectedAt),
                last.publishedAt(),
                detectedAt,
                last.roots(),
                evidence,
                listed);
    }

    /** The day of a digest: its id is made of it. */
    private static LocalDate dayOf(Alert digest, Instant detectedAt) {
        LocalDate latest = day(detectedAt);
        return latest.minusDays(CORRECTED_DAYS)
                .datesUntil(latest.plusDays(1))
                .filter(day -> AlertIds.ofDigest(digest.partnership(), day).equals(digest.id()))
                .findFirst()
                .orElse(day(digest.detectedAt()));
    }

    private static Alert digest(
            String id,
            AlertStatus status,
            PartnershipRef partnership,
            LocalDate day,
            Instant publishedAt,
            Instant detectedAt,
            List<Root> roots,
            List<Citation> evidence,
            List<Alert.Digested> listed) {
        long ended = listed.stream()
                .filter(entry -> entry.status() != AlertStatus.OPEN)
                .count();
        return new Alert(
                id,
                AlertKind.DIGEST,
                status,
                severity(listed),
                partnership,
                partnership.name() + ": " + listed.size() + " more on " + day
                        + (ended == 0 ? "" : ", " + ended + " of them no longer so"),
                "The alerts of " + day + " were used up (alert.dailyBudget); these came after them.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                publishedAt,
                detectedAt,
                roots,
                evidence,
                List.of("BUDGET_SPENT"),
                false,
                listed,
                Alert.SCHEMA_VERSION);
    }

    /** The highest of what stands. */
    private static Severity severity(List<Alert.Digested> listed) {
        return listed.stream()
                .filter(entry -> entry.status() == AlertStatus.OPEN)
                .map(Alert.Digested::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
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
