package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What cues, values and rules show in one sentence, by name, without an article around it: what a trained model weighs beside
 * the words. Immutable and thread-safe; linear in the length of the sentence.
 */
public final class RuleEvidence {
    private static final StatusReader.Context NO_ARTICLE = new StatusReader.Context(false, true, false, false, false);

    /** Stands before the name of a group that no rule uses. */
    public static final char CONCEPT = '~';

    /** Passages have no day; what depends on it is not used. */
    private static final Instant ANY_DAY = Instant.parse("2025-01-01T00:00:00Z");

    private final RuleBook book;
    private final CueIndex concepts;
    private final RuleMatcher matcher;
    private final StatusReader statuses;

    /** @param concepts groups of words that no rule uses */
    public RuleEvidence(RuleBook book, YamlNode concepts) {
        this.book = book;
        this.concepts = new CueIndex(List.of(concepts));
        this.matcher = new RuleMatcher(book);
        this.statuses = new StatusReader(book.cues());
    }

    /**
     * A phrase of a cue group or a value.
     *
     * @param group name of the group; {@code $money} and the like for values
     */
    public record NamedCue(String group, Span span) {}

    /**
     * A rule that fired.
     *
     * @param window over the words that made it fire
     * @param near the clauses around them
     * @param status as the words around them read
     */
    public record Hit(String term, String rule, Span window, Span near, ClaimStatus status, Stage stage) {}

    /** Cues in order of their starts, values behind them; and the rules that fired. */
    public record Found(List<NamedCue> cues, List<Hit> hits) {
        /** Names of the groups of which a cue touches a span, in order of the alphabet. */
        public SortedSet<String> groups(Span within) {
            SortedSet<String> groups = new TreeSet<>();
            for (NamedCue cue : cues) {
                if (cue.span().overlaps(within)) {
                    groups.add(cue.group());
                }
            }
            return groups;
        }
    }

    /**
     * What one sentence shows.
     *
     * @param parties places that name a party
     */
    public Found read(char[] folded, Span sentence, String language, List<Span> parties) {
        List<Cue> cues = new ArrayList<>();
        char[] part = Arrays.copyOfRange(folded, sentence.start(), sentence.end());
        book.cues()
                .find(part, language)
                .forEach(cue -> cues.add(new Cue(shifted(cue.span(), sentence.start()), cue.group())));
        SentenceView view = SentenceCues.view(folded, new Sentence(sentence, 0, false, false), cues, language, ANY_DAY);
        List<NamedCue> named = new ArrayList<>();
        cues.forEach(cue -> named.add(new NamedCue(book.cues().name(cue.group()), cue.span())));
        concepts.find(part, language)
                .forEach(cue -> named.add(
                        new NamedCue(CONCEPT + concepts.name(cue.group()), shifted(cue.span(), sentence.start()))));
        view.values().stream()
                .filter(value -> value.sort() == FoundValue.Sort.PLAIN)
                .forEach(value -> named.add(
                        new NamedCue('$' + ValueKind.of(value).name().toLowerCase(Locale.ROOT), value.span())));
        List<Hit> hits = new ArrayList<>();
        for (RuleMatch match : matcher.match(view, folded, names(folded, sentence, language, parties))) {
            StatusReader.Reading reading = statuses.read(match, view, NO_ARTICLE);
            hits.add(new Hit(
                    match.rule().term(),
                    match.rule().id(),
                    match.window(),
                    view.clausesAround(match.window()),
                    reading.status(),
                    reading.stage()));
        }
        return new Found(named, hits);
    }

    private List<Cue> names(char[] folded, Span sentence, String language, List<Span> parties) {
        return parties.stream()
                .filter(sentence::covers)
                .map(party -> new Cue(
                        party,
                        NameMarks.STANDARD
                                .of(folded, party, language)
                                .filter(NameMarks.Mark.OWNER::equals)
                                .map(owner -> book.ownerGroup())
                                .orElse(book.partyGroup())))
                .toList();
    }

    private static Span shifted(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }
}
