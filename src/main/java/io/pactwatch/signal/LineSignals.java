package io.pactwatch.signal;

import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Signal.Over;
import io.pactwatch.signal.Signal.Over.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a line of the ledger has to tell: one signal per fact, a function of the line alone. */
final class LineSignals {
    private final LedgerLine line;
    private final LedgerTimeline timeline;
    private final List<Signal> signals = new ArrayList<>();

    /** What makes a fact of a line: in other words, or better supported, it is the same fact. */
    private record Fact(boolean change, Optional<TermValue> value, int occurrence) {}

    LineSignals(LedgerLine line, LedgerTimeline timeline) {
        this.line = line;
        this.timeline = timeline;
        addChanges();
        addNegotiations();
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
        Set<Signal> known = new HashSet<>(signals);
        later.signals.stream().filter(signal -> !known.contains(signal)).forEach(news::add);
        return news;
    }

    private void addChanges() {
        List<LedgerTimeline.Step> told =
                timeline.steps().stream().filter(LedgerTimeline.Step::told).toList();
        for (int i = 0; i < told.size(); i++) {
            LedgerTimeline.Step step = told.get(i);
            Signal signal = new Signal.TermChange(news(step.change(), step.before(), step.occurrence()));
            signals.add(i < told.size() - 1 ? new Over(signal, Cause.SUPERSEDED, List.of()) : signal);
        }
    }

    private void addNegotiations() {
        List<LedgerChange> negotiations = timeline.negotiations();
        for (int i = 0; i < negotiations.size(); i++) {
            LedgerChange talks = negotiations.get(i);
            Optional<TermValue> now = timeline.valueAt(talks.firstReported());
            Signal signal = new Signal.TermNegotiation(news(talks, now, i + 1));
            signals.add(timeline.isConcluded(talks) ? new Over(signal, Cause.CONCLUDED, List.of()) : signal);
        }
    }

    private Signal.TermNews news(LedgerChange change, Optional<TermValue> before, int occurrence) {
        return new Signal.TermNews(
                line.partnership(),
                line.key(),
                change.status(),
                before,
                change.value(),
                change.stage(),
                change.stated().map(StatedTime::validFrom),
                occurrence,
                change.firstReported(),
                change.roots(),
                change.evidence());
    }

    /**
     * Whether the fact of a signal is told. After a retraction the numbers of the facts can move up: then the same number
     * with other articles is another fact.
     */
    private boolean tells(Signal signal, Optional<Retraction> retraction) {
        return signals.stream()
                .filter(own -> fact(own).equals(fact(signal)))
                .anyMatch(own -> retraction.isEmpty() || shareArticle(own, signal));
    }

    private Signal over(Signal gone, Optional<Retraction> retraction) {
        Set<String> articles = articles(gone);
        if (retraction
                .filter(withdrawn -> articles.contains(withdrawn.articleId()))
                .isPresent()) {
            return new Over(gone, Cause.WITHDRAWN, List.of());
        }
        Fact fact = fact(gone);
        List<Citation> denials = line.changes().stream()
                .filter(change -> change.evidence().stream().anyMatch(quote -> articles.contains(quote.articleId())))
                .filter(change -> !fact.change() || change.value().equals(fact.value()))
                .flatMap(change -> timeline.denialsOf(change).stream())
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
        if (unwrapped(signal) instanceof Signal.TermChange change) {
            return new Fact(true, change.news().after(), change.news().occurrence());
        }
        Signal.TermNegotiation negotiation = (Signal.TermNegotiation) unwrapped(signal);
        return new Fact(false, Optional.empty(), negotiation.news().occurrence());
    }
}
