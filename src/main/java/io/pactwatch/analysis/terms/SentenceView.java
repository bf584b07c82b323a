package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundDate;
import io.pactwatch.analysis.value.FoundValue;
import java.util.ArrayList;
import java.util.List;

/** What the stage has found in one sentence before any rule is tried. */
record SentenceView(
        Sentence sentence, List<Span> clauses, List<Cue> cues, List<FoundValue> values, List<FoundDate> dates) {

    /** The span of all clauses that touch a span. */
    Span clausesAround(Span span) {
        Span around = span;
        for (Span clause : clauses) {
            if (clause.overlaps(span)) {
                around = around.join(clause);
            }
        }
        return around;
    }

    /** The cues of a group whose places touch a span. */
    List<Cue> of(int group, Span within) {
        List<Cue> found = new ArrayList<>();
        for (Cue cue : cues) {
            if (cue.group() == group && cue.span().overlaps(within)) {
                found.add(cue);
            }
        }
        return found;
    }

    boolean has(int group, Span within) {
        for (Cue cue : cues) {
            if (cue.group() == group && cue.span().overlaps(within)) {
                return true;
            }
        }
        return false;
    }
}
