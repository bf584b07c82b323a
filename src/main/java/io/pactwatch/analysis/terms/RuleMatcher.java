package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries the rules of a book on one sentence. */
final class RuleMatcher {
    private static final int UNITS_PER_WORD = 7;
    private static final int UNITS_PER_EAST_ASIAN_WORD = 3;
    private static final int MAX_CUES = 200;

    private final RuleBook book;

    RuleMatcher(RuleBook book) {
        this.book = book;
    }

    /**
     * All rules that fire, each once, at its tightest place. Work is bounded per sentence.
     *
     * @param names places where the sentence names a party, as cues
     */
    List<RuleMatch> match(SentenceView view, char[] folded, List<Cue> names) {
        List<Cue> cues = withValues(view);
        cues.addAll(names);
        if (cues.size() > MAX_CUES) {
            cues.sort(Comparator.comparingInt(cue -> cue.span().start()));
            cues.subList(MAX_CUES, cues.size()).clear();
        }
        int unitsPerWord = unitsPerWord(folded, view.sentence().span());
        List<RuleMatch> matches = new ArrayList<>();
        Set<TermRule> tried = new HashSet<>();
        for (Cue cue : cues) {
            for (TermRule rule : book.startingWith(cue.group())) {
                if (tried.add(rule)) {
                    tightest(rule, cues, unitsPerWord)
                            .filter(match -> !vetoed(match, view))
                            .ifPresent(matches::add);
                }
            }
        }
        return matches;
    }

    private List<Cue> withValues(SentenceView view) {
        List<Cue> cues = new ArrayList<>(view.cues());
        view.values().stream()
                .filter(value -> value.sort() == FoundValue.Sort.PLAIN)
                .forEach(value -> cues.add(new Cue(value.span(), book.groupOf(ValueKind.of(value)))));
        return cues;
    }

    private static int unitsPerWord(char[] folded, Span sentence) {
        int eastAsian = 0;
        int end = Math.min(sentence.end(), sentence.start() + 200);
        for (int i = sentence.start(); i < end; i++) {
            eastAsian += Script.of(folded[i]).isEastAsian() ? 1 : 0;
        }
        return eastAsian * 3 > end - sentence.start() ? UNITS_PER_EAST_ASIAN_WORD : UNITS_PER_WORD;
    }

    private static Optional<RuleMatch> tightest(TermRule rule, List<Cue> cues, int unitsPerWord) {
        RuleMatch best = null;
        for (Cue anchor : cues) {
            if (rule.slots().get(0).contains(anchor.group())) {
                RuleMatch match = fill(rule, anchor, cues, rule.within() * unitsPerWord);
                if (match != null
                        && (best == null
                                || match.window().length() < best.window().length())) {
                    best = match;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static RuleMatch fill(TermRule rule, Cue anchor, List<Cue> cues, int reach) {
        Span window = anchor.span();
        List<Span> slots = new ArrayList<>(List.of(window));
        for (int slot = 1; slot < rule.slots().size(); slot++) {
            Cue nearest = null;
            for (Cue cue : cues) {
                if (rule.slots().get(slot).contains(cue.group())
                        && !cue.span().overlaps(anchor.span())
                        && (!rule.order() || cue.span().start() >= anchor.span().end())
                        && cue.span().distance(anchor.span()) <= reach
                        && (nearest == null
                                || cue.span().distance(anchor.span())
                                        < nearest.span().distance(anchor.span()))) {
                    nearest = cue;
                }
            }
            if (nearest == null) {
                return null;
            }
            window = window.join(nearest.span());
            slots.add(nearest.span());
        }
        return new RuleMatch(rule, anchor.span(), window, slots);
    }

    private static boolean vetoed(RuleMatch match, SentenceView view) {
        Span clauses = view.clausesAround(match.window());
        return match.rule().vetoes().stream().anyMatch(group -> view.has(group, clauses));
    }
}
