package io.pactwatch.signal;

import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Signal.Over;
import io.pactwatch.signal.Signal.Over.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a line of the ledger has to tell: one signal per fact, a function of the line alone, and {@linkplain #by by a time}
 * also of how far time has come. Immutable.
 */
final class LineSignals {
    private static final int QUOTES_OF_EACH_SIDE = 2;

    private final LedgerLine line;
    private final LedgerTimeline timeline;
    private final Deadlines deadlines;
    private final List<Talks> talks;
    private final List<Dissent> dissents;
    private final List<Told> signals;
    private final Map<Fact, List<Signal>> byFact;

    /** A signal of a fact. */
    private record Told(Fact fact, Signal signal) {
        private Told(Signal signal) {
            this(LineSignals.fact(signal), signal);
        }
    }

    /** A dispute with the roots of both sides and their first quotes. */
    private record Dissent(Disputes.Dispute dispute, List<Root> roots, List<Citation> quotes) {
        private static Dissent of(Disputes.Dispute dispute) {
            List<LedgerChange> sides = List.of(dispute.kept(), dispute.other());
            return new Dissent(
                    dispute,
                    LedgerSource.roots(LedgerSource.union(sides.stream().flatMap(change -> change.sources().stream()))),
                    sides.stream()
                            .flatMap(change -> change.evidence().stream().limit(QUOTES_OF_EACH_SIDE))
                            .toList());
        }

        private boolean isOf(Disputes.Dispute other) {
            return dispute.kept() == other.kept() && dispute.other() == other.other();
        }
    }

    /**
     * What makes a fact of a line: in other words, or better supported, it is the same fact.
     *
     * @param details what the alert id depends on besides the kind, the occurrence and its number
     */
    private record Fact(Class<?> kind, int occurrence, int further, Set<Object> details) {}

    /**
     * What the line tells whatever the time.
     *
     * @param before what an earlier state of the line tells: talks and disputes of the same reports are not put together again
     */
    LineSignals(LedgerLine line, LedgerTimeline timeline, Optional<LineSignals> before) {
        this.line = line;
        this.timeline = timeline;
        this.deadlines = timeline.deadlines();
        this.talks = timeline.negotiations(before.map(last -> last.talks).orElse(List.of()));
        this.dissents =
                dissents(timeline.disputes(), before.map(last -> last.dissents).orElse(List.of()));
        this.signals = new ArrayList<>();
        List<LedgerTimeline.Step> told =
                timeline.steps().stream().filter(LedgerTimeline.Step::told).toList();
        addChanges(told);
        addNegotiations();
        addContradictions(told);
        byFact = byFact();
    }

    private LineSignals(LineSignals timeless, List<Deadlines.Deadline> due) {
        this.line = timeless.line;
        this.timeline = timeless.timeline;
        this.deadlines = timeless.deadlines;
        this.talks = timeless.talks;
        this.dissents = timeless.dissents;
        this.signals = new ArrayList<>(timeless.signals);
        due.forEach(this::addDeadline);
        byFact = byFact();
    }

    private Map<Fact, List<Signal>> byFact() {
        Map<Fact, List<Signal>> facts = new HashMap<>();
        signals.forEach(told ->
                facts.computeIfAbsent(told.fact(), fact -> new ArrayList<>(1)).add(told.signal()));
        return facts;
    }

    private static List<Dissent> dissents(List<Disputes.Dispute> disputes, List<Dissent> known) {
        return disputes.stream()
                .filter(Disputes.Dispute::isContradiction)
                .map(dispute -> known.stream()
                        .filter(dissent -> dissent.isOf(dispute))
                        .findFirst()
                        .orElseGet(() -> Dissent.of(dispute)))
                .toList();
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
        for (Told told : signals) {
            if (!later.tells(told, retraction)) {
                news.add(later.over(unwrapped(told.signal()), retraction));
            }
        }
        later.signals.stream()
                .filter(told -> !of(told.fact()).contains(told.signal()))
                .map(Told::signal)
                .forEach(news::add);
        return news;
    }

    private void add(Signal signal) {
        signals.add(new Told(signal));
    }

    private void addChanges(List<LedgerTimeline.Step> told) {
        for (int i = 0; i < told.size(); i++) {
            LedgerTimeline.Step step = told.get(i);
            Signal signal = new Signal.TermChange(
                    news(step.change(), step.before(), step.change().value(), step.occurrence(), step.further()));
            add(i < told.size() - 1 ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
        }
    }

    private void addNegotiations() {
        for (Talks each : talks) {
            LedgerChange change = each.change();
            Optional<TermValue> now = timeline.valueAt(change.firstReported());
            Signal signal = new Signal.TermNegotiation(news(change, now, change.value(), each.occurrence(), 0));
            add(timeline.isConcluded(change) ? new Over(signal, Cause.CONCLUDED, List.of()) : signal);
        }
    }

    /** A contradiction is over when a later change makes both values history. */
    private void addContradictions(List<LedgerTimeline.Step> told) {
        for (Dissent dissent : dissents) {
            Signal signal = new Signal.Contradiction(news(dissent));
            boolean history = told.stream().anyMatch(step -> step.change()
                    .firstReported()
                    .isAfter(dissent.dispute().lastReported()));
            add(history ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
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
        add(deadline.overtaken() ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
    }

    /** Both values with the first quotes of either; only as firm as the weaker report. */
    private Signal.TermNews news(Dissent dissent) {
        Disputes.Dispute dispute = dissent.dispute();
        LedgerChange kept = dispute.kept();
        LedgerChange other = dispute.other();
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
                dissent.roots(),
                dissent.quotes());
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
    private boolean tells(Told told, Optional<Retraction> retraction) {
        return of(told.fact()).stream().anyMatch(own -> retraction.isEmpty() || shareArticle(own, told.signal()));
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
        Set<Object> details = Set.of();
        if (unwrapped(signal) instanceof Signal.TermDue) {
            details = Set.of(news.validUntil());
        } else if (unwrapped(signal) instanceof Signal.Contradiction) {
            details = Set.of(news.before(), news.after());
        } else if (news.further() > 0) {
            details = Set.of(news.after());
        }
        return new Fact(unwrapped(signal).getClass(), news.occurrence(), news.further(), details);
    }
}
