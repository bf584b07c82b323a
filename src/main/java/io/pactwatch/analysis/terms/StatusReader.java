package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads status and stage of a claim from the words around it. The nearest clauses count before the rest of the sentence. */
final class StatusReader {
    /** Status words in the order in which they win where several stand in the same clauses. */
    private static final ClaimStatus[] PRIORITY = {
        ClaimStatus.DENIED,
        ClaimStatus.NEGOTIATING,
        ClaimStatus.RUMOURED,
        ClaimStatus.HISTORICAL,
        ClaimStatus.REAFFIRMED,
        ClaimStatus.ENDED,
        ClaimStatus.CHANGED,
        ClaimStatus.NEW,
        ClaimStatus.IN_FORCE
    };

    /** Units at the start of a sentence whose date or time holds for all its clauses. */
    private static final int OPENING = 24;

    /** Units between a negation and what it negates. */
    private static final int NEGATION = 14;

    private final Map<ClaimStatus, Integer> groups = new EnumMap<>(ClaimStatus.class);
    private final int anonymous;
    private final int nonBinding;
    private final int filed;
    private final int talks;
    private final int today;
    private final int pastAct;
    private final int conditional;
    private final int future;
    private final int notBefore;
    private final int notBehind;
    private final int effected;
    private final int would;
    private final int said;
    private final int dealDay;

    /**
     * What the words say.
     *
     * @param silent whether nothing around the words tells the status
     */
    record Reading(ClaimStatus status, Stage stage, boolean silent) {}

    StatusReader(CueIndex cues) {
        for (ClaimStatus status : ClaimStatus.values()) {
            groups.put(status, require(cues, status.name()));
        }
        anonymous = require(cues, "ANONYMOUS");
        nonBinding = require(cues, "NON_BINDING");
        filed = require(cues, "FILED");
        talks = require(cues, "TALKS");
        today = require(cues, "TODAY");
        pastAct = require(cues, "PAST_ACT");
        conditional = require(cues, "CONDITIONAL");
        future = require(cues, "FUTURE");
        notBefore = require(cues, "NOT_BEFORE");
        notBehind = require(cues, "NOT_BEHIND");
        effected = require(cues, "EFFECTED");
        would = require(cues, "WOULD");
        said = require(cues, "SAID");
        dealDay = require(cues, "DEAL_DAY");
    }

    private static int require(CueIndex cues, String group) {
        return cues.find(group).orElseThrow(() -> new IllegalArgumentException("cue group " + group + ": missing"));
    }

    /**
     * What the article around a sentence says.
     *
     * @param dated whether the words are dated before the publication
     * @param near whether the sentence is about both parties or belongs to the lead
     * @param late whether the sentence stands far behind the lead, where background is told
     * @param standing whether the headline says that nothing changes
     * @param dealDay whether the lead reports an agreement
     */
    record Context(boolean dated, boolean near, boolean late, boolean standing, boolean dealDay) {}

    Reading read(RuleMatch match, SentenceView view, Context context) {
        Span sentence = view.sentence().span();
        Span near = view.clausesAround(match.window());
        Optional<ClaimStatus> told = match.rule()
                .always()
                .or(() -> first(match, view, near).map(close -> negated(close, match, view, near)))
                .or(() -> first(match, view, sentence).filter(far -> context.near() || !far.isFresh()));
        ClaimStatus plain = told.orElseGet(() -> untold(match.rule().otherwise(), view, near, context));
        ClaimStatus status = inContext(modal(plain, match, view, near, sentence), view, near, context);
        boolean silent = told.isEmpty() && status == plain && !context.dealDay() && !context.dated();
        return new Reading(status, stage(status, view, sentence), silent);
    }

    /** The status where no word tells it. */
    private ClaimStatus untold(ClaimStatus otherwise, SentenceView view, Span near, Context context) {
        if (otherwise == ClaimStatus.IN_FORCE && context.dealDay()) {
            return ClaimStatus.NEW;
        }
        if (view.has(would, near)) {
            return view.has(said, view.sentence().span()) ? ClaimStatus.NEW : ClaimStatus.NEGOTIATING;
        }
        return otherwise == ClaimStatus.IN_FORCE && context.dated() ? ClaimStatus.HISTORICAL : otherwise;
    }

    /** A denial takes facts back, so a negation that stands behind its word, and may belong to another, makes no more than a rumour. */
    private ClaimStatus negated(ClaimStatus status, RuleMatch match, SentenceView view, Span near) {
        if (!isNegated(status, match, view, near)) {
            return status;
        }
        if (status == ClaimStatus.ENDED) {
            return ClaimStatus.REAFFIRMED;
        }
        return view.has(notBefore, near) ? ClaimStatus.DENIED : ClaimStatus.RUMOURED;
    }

    /** What dates, conditions, the headline and a lack of obligation leave of a fresh status. */
    private ClaimStatus inContext(ClaimStatus status, SentenceView view, Span near, Context context) {
        Span sentence = view.sentence().span();
        if (!status.isFresh()) {
            return status;
        }
        boolean ahead = view.has(today, near) || view.has(future, near);
        if (!ahead && isBackground(view, near, context.dated(), context.late())) {
            return ClaimStatus.HISTORICAL;
        }
        if (status == ClaimStatus.NEW && view.has(conditional, sentence)
                || status == ClaimStatus.ENDED && view.has(conditional, near)) {
            return ClaimStatus.IN_FORCE;
        }
        if (status == ClaimStatus.NEW && context.standing()) {
            return ClaimStatus.REAFFIRMED;
        }
        return view.has(nonBinding, sentence) ? ClaimStatus.NEGOTIATING : status;
    }

    /** Whether each word for a status has a negation right beside it. */
    private boolean isNegated(ClaimStatus status, RuleMatch match, SentenceView view, Span near) {
        if (!status.isFresh() && status != ClaimStatus.NEGOTIATING) {
            return false;
        }
        List<Cue> nots = new ArrayList<>(view.of(notBefore, near));
        List<Cue> behind = view.of(notBehind, near);
        return !(nots.isEmpty() && behind.isEmpty())
                && view.of(groups.get(status), near).stream()
                        .filter(cue -> status == ClaimStatus.NEW || !match.swallows(cue.span()))
                        .allMatch(cue -> nots.stream().anyMatch(not -> isClose(not.span(), cue.span()))
                                || behind.stream().anyMatch(not -> isClose(cue.span(), not.span())));
    }

    private static boolean isClose(Span left, Span right) {
        return left.end() <= right.start() && right.start() - left.end() <= NEGATION;
    }

    private boolean isBackground(SentenceView view, Span near, boolean dated, boolean late) {
        Span sentence = view.sentence().span();
        Span opening = new Span(sentence.start(), Math.min(sentence.end(), sentence.start() + OPENING));
        return dated || view.has(groups.get(ClaimStatus.HISTORICAL), opening) || late && view.has(pastAct, near);
    }

    /** Whether a sentence, such as the headline, says that things stand as they were. */
    boolean saysNothingChanges(SentenceView view) {
        return view.has(groups.get(ClaimStatus.REAFFIRMED), view.sentence().span());
    }

    /** Whether a sentence of the lead reports that something was agreed, neither in talks nor by hearsay. */
    boolean reportsDeal(SentenceView view) {
        Span span = view.sentence().span();
        return view.has(dealDay, span) && !isUnsettled(view);
    }

    /** Whether a sentence speaks of talks, hearsay, or of things that stand as they were. */
    boolean isUnsettled(SentenceView view) {
        Span span = view.sentence().span();
        return view.has(nonBinding, span)
                || view.has(talks, span)
                || view.has(groups.get(ClaimStatus.NEGOTIATING), span)
                || view.has(groups.get(ClaimStatus.RUMOURED), span)
                || view.has(groups.get(ClaimStatus.REAFFIRMED), span);
    }

    private Optional<ClaimStatus> first(RuleMatch match, SentenceView view, Span within) {
        for (ClaimStatus status : PRIORITY) {
            if (says(status, match, view, within)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private boolean says(ClaimStatus status, RuleMatch match, SentenceView view, Span within) {
        return view.of(groups.get(status), within).stream()
                .anyMatch(cue -> status == ClaimStatus.NEW || !match.swallows(cue.span()));
    }

    /** A fixed status holds only where the text does not deny it, put it in the past or make it a wish. */
    private ClaimStatus modal(ClaimStatus status, RuleMatch match, SentenceView view, Span near, Span sentence) {
        if (!status.isFresh()) {
            return status;
        }
        for (ClaimStatus weaker : new ClaimStatus[] {
            ClaimStatus.DENIED, ClaimStatus.NEGOTIATING, ClaimStatus.RUMOURED, ClaimStatus.HISTORICAL
        }) {
            if (says(weaker, match, view, near)) {
                return weaker;
            }
        }
        return view.has(groups.get(ClaimStatus.RUMOURED), sentence) ? ClaimStatus.RUMOURED : status;
    }

    private Stage stage(ClaimStatus status, SentenceView view, Span sentence) {
        boolean unnamed = view.has(anonymous, sentence);
        boolean inFiling = view.has(filed, sentence);
        return switch (status) {
            case NEW, CHANGED, ENDED ->
                unnamed
                        ? Stage.ANONYMOUS_REPORT
                        : view.has(effected, sentence) ? Stage.EFFECTIVE : inFiling ? Stage.FILED : Stage.ANNOUNCED;
            case NEGOTIATING ->
                view.has(nonBinding, sentence)
                        ? Stage.NON_BINDING
                        : unnamed ? Stage.ANONYMOUS_REPORT : view.has(talks, sentence) ? Stage.IN_TALKS : Stage.SOUGHT;
            case RUMOURED -> unnamed ? Stage.ANONYMOUS_REPORT : Stage.SPECULATION;
            case REAFFIRMED, DENIED -> inFiling ? Stage.FILED : Stage.ANNOUNCED;
            case IN_FORCE, HISTORICAL -> inFiling ? Stage.FILED : unnamed ? Stage.ANONYMOUS_REPORT : Stage.EFFECTIVE;
        };
    }
}
