package io.pactwatch.cli;

import io.pactwatch.analysis.JudgedClaim;
import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.contract.ClaimStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why a claim was made or dropped: which rule, which head of the model, on which words, how sure. */
final class ClaimReasons {
    private static final int LONGEST_WORDS = 120;

    private ClaimReasons() {}

    /** @param text title and body, which the places of words refer to */
    static List<String> of(JudgedClaim judged, String text) {
        List<String> reasons = new ArrayList<>();
        String words = "\""
                + clipped(text.substring(judged.words().start(), judged.words().end())) + "\"";
        judged.rule().ifPresent(rule -> reasons.add("rule " + rule + " on " + words));
        switch (judged.verdict()) {
            case RULE -> {}
            case CONFIRMED -> judged.reading().ifPresent(reading -> reasons.add("head " + head(reading) + ": agrees"));
            case SETTLED ->
                judged.reading().ifPresent(reading -> reasons.add("head " + head(reading) + ": " + status(reading)));
            case ADDED ->
                judged.reading()
                        .ifPresent(reading ->
                                reasons.add("head " + head(reading) + " on " + words + ": " + status(reading)));
            case CUT -> reasons.add("cut: there are too many stronger claims");
            case DROPPED ->
                reasons.add("dropped: head "
                        + judged.reading()
                                .map(ClaimReasons::head)
                                .orElseGet(() -> judged.claim().term() + " below 0.05"));
        }
        return reasons;
    }

    private static String head(TermReading reading) {
        return String.format(Locale.ROOT, "%s %.2f", reading.term(), reading.probability());
    }

    private static String status(TermReading reading) {
        return reading.status()
                .map(status -> {
                    ClaimStatus best = status.best();
                    return String.format(Locale.ROOT, "status %s %.2f", best, status.of(best));
                })
                .orElse("status unknown");
    }

    private static String clipped(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + " ...";
    }
}
