package io.pactwatch.signal;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One change of a line of the ledger, merged from all reports of it. Merging is commutative, associative and
 * idempotent, so a change does not depend on the order of its reports.
 *
 * @param status what it does to the term
 * @param value the value it sets, or that is sought
 * @param validFrom when it became true: what the sources say, else the earliest report
 * @param firstReported publication time of the earliest report
 * @param lastReported publication time of the latest report
 * @param stage the firmest report
 * @param roots independent sources, sorted by name
 * @param evidence quotes of the earliest reports, at most {@link #MAX_EVIDENCE}, one per article
 * @param stated when it became true, as far as the sources say so
 * @param until when it stops being true, as far as the sources say so: the first moment at which it no longer is
 * @param announced publication time of the earliest report in which a party states it on the record, or firmer
 * @param sources what the roots are computed from
 */
public record LedgerChange(
        ClaimStatus status,
        Optional<TermValue> value,
        Instant validFrom,
        Instant firstReported,
        Instant lastReported,
        Stage stage,
        List<Root> roots,
        List<Citation> evidence,
        Optional<StatedTime> stated,
        Optional<StatedTime> until,
        Optional<Instant> announced,
        List<LedgerSource> sources) {
    /** Quotes kept of a change that is told; of background fewer are kept. */
    public static final int MAX_EVIDENCE = 5;

    /** Order of valid time; where that is equal, the order of the reports and of the values as written. */
    static final Comparator<LedgerChange> BY_VALID_TIME = Comparator.comparing(LedgerChange::validFrom)
            .thenComparing(LedgerChange::firstReported)
            .thenComparing(LedgerChange::status)
            .thenComparing(change -> change.value().map(TermValue::toString).orElse(""));

    private static final Comparator<Citation> BY_PUBLICATION = Comparator.comparing(Citation::publishedAt)
            .thenComparing(Citation::articleId)
            .thenComparing(Citation::start)
            .thenComparing(Citation::end);

    public LedgerChange {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(firstReported, "firstReported");
        Objects.requireNonNull(lastReported, "lastReported");
        Objects.requireNonNull(stage, "stage");
        roots = List.copyOf(roots);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(announced, "announced");
        sources = List.copyOf(sources);
    }

    /** A change as one report tells it. */
    static LedgerChange of(
            ClaimStatus status,
            Optional<TermValue> value,
            Stage stage,
            Optional<StatedTime> stated,
            Optional<StatedTime> until,
            Citation citation,
            LedgerSource source) {
        Instant reported = citation.publishedAt();
        Optional<Instant> announced = stage.atLeast(Stage.ANNOUNCED) ? Optional.of(reported) : Optional.empty();
        return of(
                status, value, reported, reported, stage, stated, until, announced, List.of(citation), List.of(source));
    }

    private static LedgerChange of(
            ClaimStatus status,
            Optional<TermValue> value,
            Instant first,
            Instant last,
            Stage stage,
            Optional<StatedTime> stated,
            Optional<StatedTime> until,
            Optional<Instant> announced,
            List<Citation> evidence,
            List<LedgerSource> sources) {
        Instant validFrom = stated.map(StatedTime::validFrom).orElse(first);
        List<Root> roots = LedgerSource.roots(sources);
        return new LedgerChange(
                status, value, validFrom, first, last, stage, roots, evidence, stated, until, announced, sources);
    }

    /** This change with the reports of another, whose value is the same or not known. */
    LedgerChange merge(LedgerChange other) {
        return merge(List.of(this, other));
    }

    /** The reports of all as one change, at least one; the first value that is known is its value. */
    static LedgerChange merge(List<LedgerChange> changes) {
        ClaimKind kind = ClaimKind.of(changes.get(0));
        return of(
                changes.stream()
                        .map(LedgerChange::status)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                changes.stream().flatMap(change -> change.value.stream()).findFirst(),
                changes.stream()
                        .map(LedgerChange::firstReported)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                changes.stream()
                        .map(LedgerChange::lastReported)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                changes.stream()
                        .map(LedgerChange::stage)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                changes.stream().flatMap(change -> change.stated.stream()).min(StatedTime.BEST_FIRST),
                changes.stream().flatMap(change -> change.until.stream()).min(StatedTime.BEST_FIRST),
                changes.stream().flatMap(change -> change.announced.stream()).min(Comparator.naturalOrder()),
                earliest(changes, kind.quotes()),
                LedgerSource.union(changes.stream().flatMap(change -> change.sources.stream())));
    }

    /** Whether one of its sources is told apart by one of these stories. */
    boolean isFromAny(List<String> stories) {
        if (stories.isEmpty()) {
            return false;
        }
        for (LedgerSource source : sources) {
            if (source.isFromAny(stories)) {
                return true;
            }
        }
        return false;
    }

    LedgerChange withSources(List<LedgerSource> others) {
        return of(status, value, firstReported, lastReported, stage, stated, until, announced, evidence, others);
    }

    /**
     * This change without the quotes of an article; empty if no other article is quoted, so that none is known to report
     * it. What else the article has added stays: a change does not tell its reports apart.
     */
    Optional<LedgerChange> withoutQuotesOf(String articleId) {
        List<Citation> others = evidence.stream()
                .filter(citation -> !citation.articleId().equals(articleId))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(of(
                        status, value, firstReported, lastReported, stage, stated, until, announced, others, sources));
    }

    /**
     * Whether a party denies this change, at least as firmly as it is stated, for the same value or for any. A change that
     * is announced after the denial stands.
     *
     * @param window how long after its last report a change can be denied
     */
    boolean isDeniedBy(LedgerChange denial, Duration window) {
        boolean same = denial.value.isEmpty() || denial.value.equals(value);
        boolean firm = denial.stage.atLeast(Stage.ANNOUNCED) && denial.stage.atLeast(stage);
        boolean answered = announced.filter(denial.firstReported::isBefore).isPresent();
        return same
                && firm
                && !answered
                && !denial.lastReported.isBefore(firstReported)
                && apart(denial).compareTo(window) <= 0;
    }

    /** Time between the reports of two changes; zero if they overlap. */
    Duration apart(LedgerChange other) {
        if (lastReported.isBefore(other.firstReported)) {
            return Duration.between(lastReported, other.firstReported);
        }
        return other.lastReported.isBefore(firstReported)
                ? Duration.between(other.lastReported, firstReported)
                : Duration.ZERO;
    }

    /** Whether both state a time, and the two lie further apart than the window. */
    boolean isStatedApart(LedgerChange other, Duration window) {
        return stated.isPresent()
                && other.stated.isPresent()
                && Duration.between(stated.get().validFrom(), other.stated.get().validFrom())
                                .abs()
                                .compareTo(window)
                        > 0;
    }

    /** Whether both quote one article. */
    boolean sharesArticle(LedgerChange other) {
        for (Citation quote : evidence) {
            for (Citation another : other.evidence) {
                if (quote.articleId().equals(another.articleId())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first moment at which it is no longer true, as far as the sources or the value itself say so. */
    public Optional<Instant> end() {
        return until.map(StatedTime::validFrom).or(() -> value.flatMap(LedgerChange::endOf));
    }

    private static Optional<Instant> endOf(TermValue value) {
        if (!(value instanceof TermValue.Until end)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PartialDate.of(end.date()).end());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // digits in the form of a date, but no day of the calendar
        }
    }

    /** Whether it is firm enough to be told: stated by a party, or reported by two independent sources. */
    boolean isEstablished() {
        return stage.atLeast(Stage.ANNOUNCED) || roots.size() >= 2;
    }

    private static List<Citation> earliest(List<LedgerChange> changes, int most) {
        Map<String, Citation> byArticle = new TreeMap<>();
        for (LedgerChange change : changes) {
            change.evidence.forEach(citation -> byArticle.merge(
                    citation.articleId(), citation, (a, b) -> BY_PUBLICATION.compare(a, b) <= 0 ? a : b));
        }
        return byArticle.values().stream().sorted(BY_PUBLICATION).limit(most).toList();
    }
}
