package io.pactwatch.signal;

import io.pactwatch.analysis.Decision;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps what is in force and notices news. A line of the ledger is a fold over the set of claims: the same in any order
 * of arrival within the lateness bound. One claim costs time bounded by the size of a {@link LedgerLine}. Immutable.
 */
public final class TermLedger {
    private final TermCatalogue catalogue;
    private final SignalSettings settings;

    public TermLedger(TermCatalogue catalogue, SignalSettings settings) {
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** The same on a line that is yet to be folded. */
    public Entry enter(LedgerLine line, List<Claim> claims, StoryReport report, Instant now) {
        return enter(FoldedLine.of(line), claims, report, now);
    }

    /**
     * Enters what one article says about one line.
     *
     * @param line the line so far
     * @param claims the claims of the article on this line, at least one
     * @param report the article with its story
     * @param now how far time has come: the latest publication time that is known
     */
    public Entry enter(FoldedLine line, List<Claim> claims, StoryReport report, Instant now) {
        if (claims.isEmpty()) {
            throw new IllegalArgumentException(
                    "claims: none for " + line.line().key().text());
        }
        if (report.duplicate()) {
            return Entry.unchanged(line, Optional.of(Decision.Reason.DUPLICATE));
        }
        FoldedLine entered = folded(with(line.line().mergeStories(report), claims, report), line);
        List<Signal> signals = report.late() ? List.of() : news(line, entered, Optional.empty(), now);
        Optional<Decision.Reason> withheld = signals.isEmpty() ? withheld(entered, claims, report) : Optional.empty();
        return Entry.of(line, entered, signals, withheld);
    }

    /**
     * The line after {@linkplain StoryReport#merged stories turned out to be one}: roots that were two may be one. For the
     * lines on which the article itself makes no claim; {@link #enter} does the same.
     */
    public Entry mergeStories(FoldedLine line, StoryReport report, Instant now) {
        LedgerLine merged = report.duplicate() ? line.line() : line.line().mergeStories(report);
        if (merged == line.line()) {
            return Entry.unchanged(line, Optional.empty());
        }
        FoldedLine entered = folded(merged, line);
        List<Signal> signals = report.late() ? List.of() : news(line, entered, Optional.empty(), now);
        return Entry.of(line, entered, signals, Optional.empty());
    }

    /**
     * The line without an article that was withdrawn. Changes whose reports are all open are folded again from the open
     * reports, so they are what they were without the article. A change with reports from before the open window loses the
     * quotes of the article, and vanishes if no other quote is left; its stage, times and roots are no longer told apart by
     * report and stay.
     */
    public Entry retract(FoldedLine line, Retraction retraction, Instant now) {
        LedgerLine known = line.line();
        LedgerLine left = known.withChanges(known.changes().stream()
                .filter(change -> change.firstReported().isBefore(retraction.completeSince()))
                .flatMap(change -> change.withoutQuotesOf(retraction.articleId()).stream())
                .toList());
        for (StoryReport report : retraction.open()) {
            List<Claim> claims = report.analysis().claims().stream()
                    .filter(claim -> TermKey.of(claim).equals(known.key()))
                    .toList();
            left = with(left, claims, report);
        }
        FoldedLine corrected = folded(left, line);
        return Entry.of(line, corrected, news(line, corrected, Optional.of(retraction), now), Optional.empty());
    }

    /** What the passing of time alone makes of a line: ends of validity that come near, or pass without news. */
    public List<Signal> elapse(FoldedLine line, Instant from, Instant to) {
        LineSignals signals = signals(line);
        return signals.by(from).news(signals.by(to), Optional.empty());
    }

    /** The times at which {@link #elapse} may have something to tell. */
    public List<Instant> dueTimes(LedgerLine line) {
        return Deadlines.times(line, settings);
    }

    /** The value of a line now, as far as it is known. */
    public Optional<LedgerChange> inForce(LedgerLine line) {
        return timeline(line).inForce();
    }

    private LedgerLine with(LedgerLine line, List<Claim> claims, StoryReport report) {
        LedgerLine entered = line;
        for (Claim claim : claims) {
            Optional<LedgerChange> change = change(claim, claims, report);
            if (change.isPresent()) {
                entered = entered.with(change.get(), settings.storyWindow());
            }
        }
        return entered;
    }

    private List<Signal> news(FoldedLine before, FoldedLine after, Optional<Retraction> retraction, Instant now) {
        return signals(before).by(now).news(signals(after).by(now), retraction);
    }

    /** @param before an earlier state of the line: what has not changed since is not folded again */
    private FoldedLine folded(LedgerLine line, FoldedLine before) {
        return FoldedLine.of(line, new LineSignals(line, timeline(line), before.signals()));
    }

    private LineSignals signals(FoldedLine line) {
        return line.signals().orElseGet(() -> new LineSignals(line.line(), timeline(line.line()), Optional.empty()));
    }

    /**
     * What a claim adds to the line. Talks are background where the same article tells their outcome, and there is
     * nothing to enter of talks that are told too late.
     */
    private Optional<LedgerChange> change(Claim claim, List<Claim> all, StoryReport report) {
        Optional<ClaimKind> kind = ClaimKind.of(claim.status());
        boolean talks = claim.status() == ClaimStatus.NEGOTIATING;
        if (kind.isEmpty()
                || (talks
                        && (report.late()
                                || all.stream().anyMatch(other -> other.status().isFresh())))) {
            return Optional.empty();
        }
        boolean history = report.late() && kind.get() != ClaimKind.DENIED;
        Optional<StatedTime> stated = claim.validFrom()
                .map(PartialDate::start)
                .or(() -> history && claim.status().isFresh()
                        ? Optional.of(report.analysis().publishedAt())
                        : Optional.empty())
                .map(time -> new StatedTime(time, claim.stage()));
        return Optional.of(LedgerChange.of(
                history ? ClaimStatus.HISTORICAL : claim.status(),
                value(claim, all),
                claim.stage(),
                stated,
                claim.validUntil().map(end -> new StatedTime(end.end(), claim.stage())),
                Citation.of(report.analysis(), claim.evidence()),
                LedgerSource.of(report)));
    }

    /**
     * The value of the claim, or what the catalogue says a term of this status is worth if the article does not say
     * more.
     */
    private Optional<TermValue> value(Claim claim, List<Claim> all) {
        if (claim.value().isPresent()
                || (claim.status().isFresh() && all.stream().anyMatch(TermLedger::setsValue))) {
            return claim.value();
        }
        Optional<TermDefinition> definition = catalogue.find(claim.term());
        return switch (claim.status()) {
            case NEW, IN_FORCE, REAFFIRMED -> definition.flatMap(TermDefinition::granted);
            case ENDED -> definition.flatMap(TermDefinition::ended).or(() -> Optional.of(TermValue.State.NONE));
            default -> Optional.empty();
        };
    }

    private static boolean setsValue(Claim claim) {
        return claim.status().isFresh() && claim.value().isPresent();
    }

    private LedgerTimeline timeline(LedgerLine line) {
        return new LedgerTimeline(line, catalogue.find(line.key().term()), settings);
    }

    private Optional<Decision.Reason> withheld(FoldedLine line, List<Claim> claims, StoryReport report) {
        boolean news = claims.stream()
                .anyMatch(claim -> claim.status().isFresh() || claim.status() == ClaimStatus.NEGOTIATING);
        boolean hearsay = claims.stream().anyMatch(claim -> claim.status() == ClaimStatus.RUMOURED);
        if (!news) {
            return hearsay ? Optional.of(Decision.Reason.BELOW_STAGE) : Optional.empty();
        }
        if (report.late()) {
            return Optional.of(Decision.Reason.LATE);
        }
        LedgerTimeline timeline = signals(line).timeline();
        boolean below = claims.stream()
                .filter(claim -> claim.status().isFresh())
                .map(claim -> value(claim, claims))
                .anyMatch(value -> timeline.below().stream()
                        .anyMatch(change -> change.value().equals(value)
                                && change.firstReported()
                                                .compareTo(report.analysis().publishedAt())
                                        <= 0
                                && change.lastReported()
                                                .compareTo(report.analysis().publishedAt())
                                        >= 0));
        if (below) {
            return Optional.of(Decision.Reason.BELOW_STAGE);
        }
        return Optional.of(
                timeline.steps().stream().anyMatch(LedgerTimeline.Step::told)
                        ? Decision.Reason.RETELLING
                        : Decision.Reason.NO_CHANGE);
    }

    /**
     * @param folded the line after the claims
     * @param changed whether it is another line than before
     * @param signals what is to be told
     * @param withheld why a reported change is not told, if it is not
     */
    public record Entry(FoldedLine folded, boolean changed, List<Signal> signals, Optional<Decision.Reason> withheld) {
        public Entry {
            signals = List.copyOf(signals);
        }

        private static Entry of(
                FoldedLine before, FoldedLine after, List<Signal> signals, Optional<Decision.Reason> withheld) {
            return new Entry(after, !after.line().equals(before.line()), signals, withheld);
        }

        private static Entry unchanged(FoldedLine line, Optional<Decision.Reason> withheld) {
            return new Entry(line, false, List.of(), withheld);
        }

        public LedgerLine line() {
            return folded.line();
        }
    }
}
