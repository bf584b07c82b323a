package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundDate;
import io.pactwatch.analysis.value.FoundDate.Part;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.PartialDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * From when and until when a claim holds, by the dates in its clauses.
 *
 * @param from start that the text states; for what happened or is to happen the day of it
 * @param until end that the text states
 */
record ClaimDates(Optional<PartialDate> from, Optional<PartialDate> until) {

    /** Units at the start of a sentence whose words hold for all its clauses. */
    private static final int OPENING = 24;

    /** @param isEnd whether the claim is on the end of a contract, so that a day to come is that end */
    static ClaimDates of(
            SentenceView view, Span near, Span window, ClaimStatus status, Instant publishedAt, boolean isEnd) {
        Optional<PartialDate> from = nearest(view, near, window, date -> date.part() == Part.FROM)
                .or(() -> nearest(
                        view,
                        near,
                        window,
                        date -> happens(date, status, publishedAt) && !(isEnd && isAhead(date, publishedAt))));
        Optional<PartialDate> until = nearest(view, near, window, date -> date.part() == Part.UNTIL)
                .or(() -> nearest(view, near, window, date -> isEnd && isAhead(date, publishedAt)))
                .or(() -> nearest(view, opening(view), window, date -> date.part() == Part.UNTIL))
                .or(() -> status == ClaimStatus.NEW ? lasting(view, near, window, from) : Optional.empty())
                .filter(end -> from.isEmpty() || end.end().isAfter(from.get().start()));
        return new ClaimDates(from, until);
    }

    /** The end of a span of time that begins with what is new. */
    private static Optional<PartialDate> lasting(
            SentenceView view, Span near, Span window, Optional<PartialDate> from) {
        return nearestDate(view, near, window, date -> date.part() == Part.LASTING)
                .or(() -> nearestDate(view, opening(view), window, date -> date.part() == Part.LASTING))
                .flatMap(date ->
                        from.isEmpty() ? Optional.of(date.date()) : date.countedFrom(from.get(), view.values()));
    }

    /** The first words of a sentence, which hold for all its clauses: "Until 2030, neither may ...". */
    static Span opening(SentenceView view) {
        Span sentence = view.sentence().span();
        return new Span(sentence.start(), Math.min(sentence.end(), sentence.start() + OPENING));
    }

    private static boolean isAhead(FoundDate date, Instant publishedAt) {
        return date.part() == Part.AT && date.date().end().isAfter(publishedAt);
    }

    /**
     * These dates, or with the end that a later clause tells of several terms: "rights to the models, and the share of the
     * revenue, run until 2030". Such a clause has no words of a term of its own.
     *
     * @param words the words of all claims of the sentence
     */
    ClaimDates orEnd(SentenceView view, Span near, List<Span> words) {
        if (until.isPresent()) {
            return this;
        }
        List<FoundDate> ends =
                view.dates().stream().filter(date -> date.part() == Part.UNTIL).toList();
        if (ends.size() != 1 || ends.get(0).span().start() < near.end()) {
            return this;
        }
        Span clause = view.clausesAround(ends.get(0).span());
        boolean free = words.stream().noneMatch(clause::overlaps);
        PartialDate end = ends.get(0).date();
        return free && (from.isEmpty() || end.end().isAfter(from.get().start()))
                ? new ClaimDates(from, Optional.of(end))
                : this;
    }

    /** Background has happened by then; a change takes effect on a day to come. */
    private static boolean happens(FoundDate date, ClaimStatus status, Instant publishedAt) {
        if (date.part() != Part.AT) {
            return false;
        }
        boolean ahead = date.date().start().isAfter(publishedAt);
        return status.isFresh() ? ahead : status == ClaimStatus.HISTORICAL && !ahead;
    }

    private static Optional<PartialDate> nearest(
            SentenceView view, Span near, Span window, Predicate<FoundDate> wanted) {
        return nearestDate(view, near, window, wanted).map(FoundDate::date);
    }

    private static Optional<FoundDate> nearestDate(
            SentenceView view, Span near, Span window, Predicate<FoundDate> wanted) {
        FoundDate best = null;
        for (FoundDate date : view.dates()) {
            if (near.overlaps(date.span())
                    && wanted.test(date)
                    && (best == null
                            || date.span().distance(window) < best.span().distance(window))) {
                best = date;
            }
        }
        return Optional.ofNullable(best);
    }
}
