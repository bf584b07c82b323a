package io.pactwatch.analysis.value;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.PhraseMatcher;
import io.pactwatch.analysis.text.Script;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of {@code dates.yaml}. Immutable. */
final class DateWords {
    static final DateWords STANDARD = new DateWords(YamlNode.resource("dates.yaml"));

    /** A count of years, months or days from the article's date. */
    record Shift(ChronoUnit unit, int count) {}

    private final Map<String, List<String>> lists = new HashMap<>();
    private final PhraseMatcher<Shift> shifts;

    private DateWords(YamlNode file) {
        PhraseMatcher.Builder<Shift> builder = new PhraseMatcher.Builder<>();
        file.map().forEach((name, node) -> {
            if (name.equals("relative")) {
                addShifts(node, builder);
            } else if (node.isMap()) {
                node.map().forEach((language, words) -> lists.put(name + "/" + language, longestFirst(words)));
            } else {
                lists.put(name, longestFirst(node));
            }
        });
        shifts = builder.build();
    }

    private static void addShifts(YamlNode node, PhraseMatcher.Builder<Shift> builder) {
        node.map().forEach((unit, counts) -> counts.map().forEach((count, words) -> words.texts()
                .forEach(word -> builder.add(
                        word, new Shift(ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)), Integer.parseInt(count))))));
    }

    private static List<String> longestFirst(YamlNode words) {
        List<String> sorted = new ArrayList<>();
        words.texts().forEach(word -> sorted.add(foldKeepingBlanks(word)));
        sorted.sort(Comparator.comparingInt((String word) -> -word.length()));
        return List.copyOf(sorted);
    }

    private static String foldKeepingBlanks(String word) {
        return new String(Folding.fold(word));
    }

    PhraseMatcher<Shift> shifts() {
        return shifts;
    }

    /** The word of a list for a language, or of one for all, that stands right before a place; its start. */
    Optional<Integer> before(String list, String language, char[] folded, int place, int from) {
        int end = place > from && folded[place - 1] == ' ' ? place - 1 : place;
        for (String word : lists.getOrDefault(list + "/" + language, lists.getOrDefault(list, List.of()))) {
            boolean spaced = Script.of(word.charAt(word.length() - 1)) == Script.SPACED;
            int at = (spaced ? end : place) - word.length();
            boolean apart = spaced ? end < place : true;
            if (apart
                    && at >= from
                    && Folding.startsWith(folded, at, word)
                    && (at == from || !joined(folded[at - 1], word.charAt(0)))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The word of a list that stands right behind a place; its end. */
    Optional<Integer> behind(String list, String language, char[] folded, int place, int limit) {
        for (String word : lists.getOrDefault(list + "/" + language, lists.getOrDefault(list, List.of()))) {
            boolean spaced = Script.of(word.charAt(0)) == Script.SPACED;
            int at = spaced && place < limit && folded[place] == ' ' ? place + 1 : place;
            int end = at + word.length();
            if (end <= limit
                    && Folding.startsWith(folded, at, word)
                    && (end == limit || !joined(word.charAt(word.length() - 1), folded[end]))) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /** Whether a word of a list begins between two places. */
    boolean isIn(String list, char[] folded, int from, int to) {
        for (int at = from; at < to; at++) {
            for (String word : lists.getOrDefault(list, List.of())) {
                if (Folding.startsWith(folded, at, word) && (at == from || !joined(folded[at - 1], word.charAt(0)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean joined(char left, char right) {
        return Script.of(left) == Script.SPACED && Script.of(right) == Script.SPACED;
    }
}
