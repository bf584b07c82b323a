package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.linear.Words.Kind;
import io.pactwatch.analysis.model.linear.Words.Mark;
import io.pactwatch.analysis.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text shows of its tone towards a target in it: words and neighbours with their side of the target, their distance
 * from it and the clauses between, whether a negation stands before them, and the valence of words that weighs less the
 * further they stand.
 */
public final class TargetFeatures {
    private static final ValenceLexicon LEXICON = ValenceLexicon.resource("valence.tsv", 2);

    private static final Set<Integer> NEGATIONS = hashes(
            "not",
            "no",
            "never",
            "without",
            "neither",
            "nor",
            "hardly",
            "barely",
            "lack",
            "lacks",
            "lacked",
            "fail",
            "fails",
            "failed",
            "cannot",
            "nothing",
            "none",
            "nobody",
            "refused",
            "refuses",
            "deny",
            "denied",
            "denies",
            "unlikely",
            "despite");
    private static final Set<Integer> CLAUSE_STARTS = hashes(
            ",",
            ";",
            ":",
            "but",
            "while",
            "although",
            "though",
            "whereas",
            "however",
            "because",
            "which",
            "who",
            "that",
            "-",
            "and",
            "despite",
            "as",
            "after",
            "when",
            "if");

    private static final int TARGET = FeatureHash.kind("@target");
    private static final int UNIGRAM = FeatureHash.kind("u");
    private static final int NEGATED = FeatureHash.kind("n");
    private static final int BIGRAM = FeatureHash.kind("b");
    private static final int SIDE = FeatureHash.kind("s");
    private static final int ZONE = FeatureHash.kind("z");
    private static final int CLAUSE = FeatureHash.kind("c");
    private static final int SIDE_BIGRAM = FeatureHash.kind("p");
    private static final int SIDE_TRIGRAM = FeatureHash.kind("t");
    private static final int STEM = FeatureHash.kind("x");
    private static final int VALENCE = FeatureHash.kind("v");
    private static final int VALENCE_STEP = FeatureHash.kind("vs");
    private static final int VALENCE_SIZE = FeatureHash.kind("va");
    private static final int DISTANT = FeatureHash.kind("d");

    /** Units read on either side of the target. */
    private static final int REACH = 1_000;

    private static final int NEGATION_REACH = 3;
    private static final int STEM_LENGTH = 5;
    private static final double LENGTH = 3;
    private static final double NEGATION = -0.6;
    private static final int SUMS = 4;

    private final Words words;
    private final Features features = new Features();
    private final int target;
    private final int[] clauses;
    private final boolean[] negated;

    private TargetFeatures(Words words) {
        this.words = words;
        this.target = target(words);
        this.clauses = clauses();
        this.negated = negated();
    }

    private static Set<Integer> hashes(String... words) {
        Set<Integer> hashes = new HashSet<>();
        for (String word : words) {
            hashes.add(Words.hash(word));
        }
        return hashes;
    }

    /**
     * The features of a text; of a long one those of the part around the target.
     *
     * @param target the place that names the target
     */
    public static Features of(char[] folded, Span target) {
        Span part = new Span(Math.max(0, target.start() - REACH), Math.min(folded.length, target.end() + REACH));
        Words words = Words.of(folded, part, List.of(new Mark(target, TARGET)));
        TargetFeatures of = new TargetFeatures(words);
        of.addWords();
        of.addValences();
        of.features.normalise(0, LENGTH);
        return of.features;
    }

    private static int target(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.hash(i) == TARGET) {
                return i;
            }
        }
        return 0;
    }

    /** Clause starts between each word and the target. */
    private int[] clauses() {
        int[] between = new int[words.size()];
        int count = 0;
        for (int i = target + 1; i < between.length; i++) {
            count += CLAUSE_STARTS.contains(words.hash(i)) ? 1 : 0;
            between[i] = count;
        }
        count = 0;
        for (int i = target - 1; i >= 0; i--) {
            between[i] = count;
            count += CLAUSE_STARTS.contains(words.hash(i)) ? 1 : 0;
        }
        return between;
    }

    private boolean[] negated() {
        boolean[] negated = new boolean[words.size()];
        int last = -100;
        for (int i = 0; i < negated.length; i++) {
            negated[i] = i - last <= NEGATION_REACH;
            if (NEGATIONS.contains(words.hash(i))) {
                last = i;
            }
        }
        return negated;
    }

    private void addWords() {
        int previous = UNIGRAM;
        int second = UNIGRAM;
        for (int i = 0; i < words.size(); i++) {
            int word = words.hash(i);
            int distance = Math.abs(i - target);
            int side = Integer.signum(i - target);
            int sign = negated[i] ? 2 : 0;
            features.add(FeatureHash.with(UNIGRAM, word), 1);
            features.add(FeatureHash.with(NEGATED + sign, word), 1);
            int pair = FeatureHash.with(previous, word);
            features.add(FeatureHash.with(BIGRAM, pair), 1);
            features.add(FeatureHash.with(SIDE + 4 * side + sign, word), 1);
            features.add(FeatureHash.with(ZONE + 8 * side * zone(distance), word), 1);
            features.add(FeatureHash.with(CLAUSE + 8 * side + 32 * Math.min(2, clauses[i]) + sign, word), 1);
            if (distance <= 8) {
                features.add(FeatureHash.with(SIDE_BIGRAM + side, pair), 1);
            }
            if (distance <= 5) {
                features.add(FeatureHash.with(SIDE_TRIGRAM + side, FeatureHash.with(second, pair)), 1);
            }
            if (words.kind(i) == Kind.LETTERS && words.end(i) - words.start(i) > STEM_LENGTH) {
                features.add(FeatureHash.with(STEM + side, words.beginning(i, STEM_LENGTH)), 0.7f);
            }
            second = previous;
            previous = word;
        }
    }

    private static int zone(int distance) {
        return distance == 0 ? 0 : distance <= 2 ? 1 : distance <= 5 ? 2 : distance <= 10 ? 3 : 4;
    }

    private void addValences() {
        int lists = LEXICON.lists();
        double[] sums = new double[SUMS * lists];
        for (int i = 0; i < words.size(); i++) {
            int found = LEXICON.find(words.hash(i));
            double sign = negated[i] ? NEGATION : 1;
            for (int list = 0; list < lists; list++) {
                double valence = LEXICON.valence(found, list) * sign;
                if (valence != 0) {
                    addValence(i, valence, sums, list * SUMS);
                }
            }
        }
        for (int k = 0; k < sums.length; k++) {
            double sum = Math.max(-3, Math.min(3, sums[k]));
            features.add(VALENCE + k, (float) sum);
            features.add(FeatureHash.with(VALENCE_STEP, k * 8 + step(sums[k])), 1.5f);
            features.add(VALENCE_SIZE + k, (float) Math.abs(sum));
        }
    }

    private void addValence(int i, double valence, double[] sums, int at) {
        int distance = Math.abs(i - target);
        double side = i < target ? 0.8 : 1;
        sums[at] += valence * side * Math.pow(0.8, clauses[i]) / (1 + distance / 4.0);
        sums[at + 1] += valence * side * Math.pow(0.5, clauses[i]) / (1 + distance / 6.0);
        sums[at + 2] += valence;
        sums[at + 3] += i < target ? valence / (1 + distance / 8.0) : 0;
        int bucket = (valence > 0 ? 1 : 2) + 4 * Integer.signum(i - target) * zone(distance);
        features.add(FeatureHash.with(DISTANT + (at == 0 ? 0 : 1), bucket), (float) Math.min(1, Math.abs(valence) / 2));
    }

    private static int step(double sum) {
        return sum < -1.5 ? 0 : sum < -0.2 ? 1 : sum <= 0.2 ? 2 : sum < 1.5 ? 3 : 4;
    }
}
