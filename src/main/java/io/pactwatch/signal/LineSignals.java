package io.pactwatch.signal;

import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Signal.Over;
import io.pactwatch.signal.Signal.Over.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a line of the ledger has to tell: one signal per fact, a function of the line alone, and {@linkplain #by by a time}
 * also of how far time has come. Immutable.
 */
final class LineSignals {
    private static final int QUOTES_OF_EACH_SIDE = 2;

    private final LedgerLine line;
    private final LedgerTimeline timeline;
    private final Deadlines deadlines;
    private final List<Signal> signals;
    private final Map<Fact, List<Signal>> byFact;

    /**
     * What makes a fact of a line: in other words, or better supported, it is the same fact.
     *
     * @param details what the alert id depends on besides the kind, the occurrence and its number
     */
    private record Fact(Class<?> kind, int occurrence, int further, Set<Object> details) {}

    /** What the line tells whatever the time. */
    LineSignals(LedgerLine line, LedgerTimeline timeline) {
        this.line = line;
        this.timeline = timeline;
        this.deadlines = timeline.deadlines();
        this.signals = new ArrayList<>();
        addChanges();
        addNegotiations();
        addContradictions();
        byFact = signals.stream().collect(Collectors.groupingBy(LineSignals::fact));
    }

    private LineSignals(LineSignals timeless, List<Deadlines.Deadline> due) {
        this.line = timeless.line;
        this.timeline = timeless.timeline;
        this.deadlines = timeless.deadlines;
        this.signals = new ArrayList<>(timeless.signals);
        due.forEach(this::addDeadline);
        byFact = signals.stream().collect(Collectors.groupingBy(LineSignals::fact));
    }

    /** This with the ends of validity that are to be told by a time. */
    LineSignals by(Instant now) {
        List<Deadlines.Deadline> due = deadlines.told(now);
        return due.isEmpty() ? this : new LineSignals(this, due);
    }

    LedgerTimeline timeline() {
        return timeline;
    }

    /**
     * The end of what this state of the line tells and a later one does not; and what the later one tells and this one does
     * not tell in the same words.
     *
     * @param retraction what was withdrawn between the two, if something was
     */
    List<Signal> news(LineSignals later, Optional<Retraction> retraction) {
        List<Signal> news = new ArrayList<>();
        for (Signal signal : signals) {
            if (!later.tells(signal, retraction)) {
                news.add(later.over(unwrapped(signal), retraction));
            }
        }
        later.signals.stream()
                .filter(signal -> !of(fact(signal)).contains(signal))
                .forEach(news::add);
        return news;
    }

    private void addChanges() {
        List<LedgerTimeline.Step> told = told();
        for (int i = 0; i < told.size(); i++) {
            LedgerTimeline.Step step = told.get(i);
            Signal signal = new Signal.TermChange(
                    news(step.change(), step.before(), step.change().value(), step.occurrence(), step.further()));
            signals.add(i < told.size() - 1 ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
        }
    }

    private void addNegotiations() {
        for (LedgerTimeline.Talks talks : timeline.negotiations()) {
            LedgerChange change = talks.change();
            Optional<TermValue> now = timeline.valueAt(change.firstReported());
            Signal signal = new Signal.TermNegotiation(news(change, now, change.value(), talks.occurrence(), 0));
            signals.add(timeline.isConcluded(change) ? new Over(signal, Cause.CONCLUDED, List.of()) : signal);
        }
    }

    /** A contradiction is over when a later change makes both values history. */
    private void addContradictions() {
        List<LedgerTimeline.Step> told = told();
        for (Disputes.Dispute dispute : timeline.disputes()) {
            if (dispute.isContradiction()) {
                Signal signal = new Signal.Contradiction(news(dispute));
                boolean history = told.stream()
                        .anyMatch(step -> step.change().firstReported().isAfter(dispute.lastReported()));
                signals.add(history ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
            }
        }
    }

    private void addDeadline(Deadlines.Deadline deadline) {
        LedgerChange change = deadline.change();
        Signal.TermNews news = new Signal.TermNews(
                line.partnership(),
                line.key(),
                change.status(),
                Optional.empty(),
                change.value(),
                change.stage(),
                change.stated().map(StatedTime::validFrom),
                Optional.of(deadline.end()),
                1,
                0,
                change.firstReported(),
                change.roots(),
                change.evidence());
        Signal signal = new Signal.TermDue(news, deadline.passed());
        signals.add(deadline.overtaken() ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
    }

    private List<LedgerTimeline.Step> told() {
        return timeline.steps().stream().filter(LedgerTimeline.Step::told).toList();
    }

    /** Both values with the first quotes of either; only as firm as the weaker report. */
    private Signal.TermNews news(Disputes.Dispute dispute) {
        LedgerChange kept = dispute.kept();
        LedgerChange other = dispute.other();
        List<Citation> quotes = Stream.of(kept, other)
                .flatMap(change -> change.evidence().stream().limit(QUOTES_OF_EACH_SIDE))
                .toList();
        return new Signal.TermNews(
                line.partnership(),
                line.key(),
                kept.status(),
                kept.value(),
                other.value(),
                kept.stage().compareTo(other.stage()) <= 0 ? kept.stage() : other.stage(),
                Optional.empty(),
                Optional.empty(),
                timeline.occurrence(dispute.firstReported()),
                0,
                dispute.since(),
                LedgerSource.roots(
                        LedgerSource.union(Stream.of(kept, other).flatMap(change -> change.sources().stream()))),
                quotes);
    }

    private Signal.TermNews news(
            LedgerChange change, Optional<TermValue> before, Optional<TermValue> after, int occurrence, int further) {
        return new Signal.TermNews(
                line.partnership(),
                line.key(),
                change.status(),
                before,
                after,
                change.stage(),
                change.stated().map(StatedTime::validFrom),
                change.until().map(StatedTime::validFrom),
                occurrence,
                further,
                change.firstReported(),
                change.roots(),
                change.evidence());
    }

    /**
     * Whether the fact of a signal is told. After a retraction the numbers of the facts can move up: then the same number
     * with other articles is another fact.
     */
    private boolean tells(Signal signal, Optional<Retraction> retraction) {
        return of(fact(signal)).stream().anyMatch(own -> retraction.isEmpty() || shareArticle(own, signal));
    }

    private List<Signal> of(Fact fact) {
        return byFact.getOrDefault(fact, List.of());
    }

    private Signal over(Signal gone, Optional<Retraction> retraction) {
        Set<String> articles = articles(gone);
        if (retraction
                .filter(withdrawn -> articles.contains(withdrawn.articleId()))
                .isPresent()) {
            return new Over(gone, Cause.WITHDRAWN, List.of());
        }
        boolean change = gone instanceof Signal.TermChange;
        Optional<TermValue> value = ((Signal.TermSignal) gone).news().after();
        List<Citation> denials = line.changes().stream()
                .filter(known -> known.evidence().stream().anyMatch(quote -> articles.contains(quote.articleId())))
                .filter(known -> !change || known.value().equals(value))
                .flatMap(known -> timeline.denialsOf(known).stream())
                .flatMap(denial -> denial.evidence().stream())
                .distinct()
                .toList();
        return new Over(gone, denials.isEmpty() ? Cause.REPLACED : Cause.DENIED, denials);
    }

    private static boolean shareArticle(Signal one, Signal other) {
        return articles(one).stream().anyMatch(articles(other)::contains);
    }

    private static Set<String> articles(Signal signal) {
        return signal.evidence().stream().map(Citation::articleId).collect(Collectors.toSet());
    }

    private static Signal unwrapped(Signal signal) {
        return signal instanceof Over over ? over.told() : signal;
    }

    private static Fact fact(Signal signal) {
        Signal.TermNews news = ((Signal.TermSignal) unwrapped(signal)).news();
        Set<Object> details = new HashSet<>();
        if (unwrapped(signal) instanceof Signal.TermDue) {
            details.add(news.validUntil());
        } else if (unwrapped(signal) instanceof Signal.Contradiction) {
            details.add(news.before());
            details.add(news.after());
        } else if (news.further() > 0) {
            details.add(news.after());
        }
        return new Fact(unwrapped(signal).getClass(), news.occurrence(), news.further(), details);
    }
}
