package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.linear.Words.Kind;
import io.pactwatch.analysis.model.linear.Words.Mark;
import io.pactwatch.analysis.terms.RuleEvidence;
import io.pactwatch.analysis.terms.RuleEvidence.NamedCue;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A passage taken apart once for all heads: the words of its centre and of what stands before and behind, with parties and
 * amounts replaced by marks so that what is learned of one pair holds for any, and what the rules show in each part.
 */
public final class PassageWords {
    public static final String ENGLISH = "en";

    private static final int STEM = 5;
    private static final int LONGEST_RUN = 4;
    private static final int YEAR = 4;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2060;

    private final Passage passage;
    private final char[] folded;
    private final List<Part> parts = new ArrayList<>();
    private final Words headline;

    /** Where a part stands. */
    enum Place {
        CENTRE,
        BEFORE,
        BEHIND
    }

    /** One part of a passage with what was found in it. */
    record Part(Place place, Span span, Words words, RuleEvidence.Found rules) {}

    public PassageWords(Passage passage, RuleEvidence evidence) {
        this.passage = passage;
        this.folded = Folding.fold(passage.text());
        char[] title = Folding.fold(passage.setting().headline());
        this.headline = Words.of(title, new Span(0, title.length), List.of());
        add(Place.CENTRE, passage.centre(), evidence);
        add(Place.BEFORE, new Span(0, passage.centre().start()), evidence);
        add(Place.BEHIND, new Span(passage.centre().end(), folded.length), evidence);
    }

    private void add(Place place, Span span, RuleEvidence evidence) {
        List<Span> parties = new ArrayList<>(passage.firstParty());
        parties.addAll(passage.secondParty());
        RuleEvidence.Found found = evidence.read(folded, span, passage.language(), parties);
        parts.add(new Part(place, span, Words.of(folded, span, marks(span, found)), found));
    }

    private List<Mark> marks(Span part, RuleEvidence.Found found) {
        List<Mark> marks = new ArrayList<>();
        for (Span party : passage.firstParty()) {
            marks.add(Mark.of(party, passage.secondParty().contains(party) ? "both" : "party"));
        }
        passage.secondParty().forEach(party -> marks.add(Mark.of(party, "party")));
        for (NamedCue cue : found.cues()) {
            if (cue.group().startsWith("$")) {
                marks.add(Mark.of(cue.span(), cue.group()));
            }
        }
        marks.removeIf(mark -> !mark.span().overlaps(part));
        marks.sort(Comparator.comparingInt((Mark mark) -> mark.span().start()));
        return marks;
    }

    public Passage passage() {
        return passage;
    }

    char[] folded() {
        return folded;
    }

    Part centre() {
        return parts.get(0);
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * Adds the words of the headline above the passage.
     *
     * @param kind under which they are named
     * @param length of all of them together
     */
    void addHeadline(int kind, double length, Features into) {
        int from = into.size();
        addWords(headline, new Span(0, Integer.MAX_VALUE), kind, 1, into);
        into.normalise(from, length);
    }

    /** How the years that the centre names lie to that of the publication: "past", "same", "coming". */
    Set<String> years() {
        Set<String> years = new TreeSet<>();
        passage.setting().month().ifPresent(month -> {
            Span centre = passage.centre();
            for (int i = centre.start(); i + YEAR <= centre.end(); i++) {
                int year = yearAt(i, centre);
                if (year > 0) {
                    years.add(year < month.getYear() ? "past" : year == month.getYear() ? "same" : "coming");
                }
            }
        });
        return years;
    }

    /** The year that is written at a place, 0 if none is. */
    private int yearAt(int at, Span within) {
        if (at > within.start() && Character.isDigit(folded[at - 1])
                || at + YEAR < within.end() && Character.isDigit(folded[at + YEAR])) {
            return 0;
        }
        int year = 0;
        for (int i = at; i < at + YEAR; i++) {
            int digit = folded[i] - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            year = 10 * year + digit;
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }

    public boolean isEnglish() {
        return passage.language().equals(ENGLISH);
    }

    /** Whether the centre names a party, 0 or 1. */
    boolean names(int party) {
        List<Span> places = party == 0 ? passage.firstParty() : passage.secondParty();
        return places.stream().anyMatch(place -> place.overlaps(passage.centre()));
    }

    /**
     * Adds words, neighbours, words but one apart, beginnings of words and East Asian runs of characters that lie in a span.
     *
     * @param kind under which they are named
     */
    static void addWords(Words words, Span within, int kind, float value, Features into) {
        int from = into.size();
        int before = 0;
        int second = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.start(i) < within.start() || words.end(i) > within.end()) {
                before = 0;
                second = 0;
                continue;
            }
            addWord(words, i, before, kind, into);
            if (words.kind(i) != Kind.EAST_ASIAN) {
                into.add(FeatureHash.with(kind + 2, FeatureHash.with(second, words.hash(i))), 0.5f);
            }
            second = before;
            before = words.hash(i);
        }
        into.scale(from, value);
    }

    /** Adds one word with its neighbour before it, its beginning, and the runs of characters that it begins. */
    static void addWord(Words words, int i, int before, int kind, Features into) {
        boolean character = words.kind(i) == Kind.EAST_ASIAN;
        into.add(FeatureHash.with(kind, words.hash(i)), character ? 0.4f : 1);
        into.add(FeatureHash.with(kind + 1, FeatureHash.with(before, words.hash(i))), 1);
        if (character) {
            addRuns(words, i, kind, into);
        }
        if (words.kind(i) == Kind.LETTERS && words.end(i) - words.start(i) > STEM) {
            into.add(FeatureHash.with(kind + 3, words.beginning(i, STEM)), 1);
        }
    }

    /** Runs of three and four characters that begin at a place. */
    private static void addRuns(Words words, int from, int kind, Features into) {
        int run = words.hash(from);
        for (int i = from + 1; i < Math.min(words.size(), from + LONGEST_RUN); i++) {
            if (words.kind(i) != Kind.EAST_ASIAN || words.start(i) != words.end(i - 1)) {
                return;
            }
            run = FeatureHash.with(run, words.hash(i));
            if (i > from + 1) {
                into.add(FeatureHash.with(kind + 4, run), 0.8f);
            }
        }
    }
}
