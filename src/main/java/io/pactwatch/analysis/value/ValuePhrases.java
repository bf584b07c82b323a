package io.pactwatch.analysis.value;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Script;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phrases of {@code values.yaml} that stand right before or behind a number or a unit. Immutable. */
final class ValuePhrases {
    static final ValuePhrases STANDARD =
            new ValuePhrases(YamlNode.resource("values.yaml").get("phrases"));

    private final Map<String, List<String>> lists = new HashMap<>();

    private ValuePhrases(YamlNode node) {
        node.map()
                .forEach((name, words) -> lists.put(
                        name,
                        words.texts().stream()
                                .map(word -> Folding.foldToString(word.strip()))
                                .sorted(Comparator.comparing(String::length)
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                                .toList()));
    }

    private List<String> list(String name) {
        List<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalArgumentException("values.yaml: phrases: no list is called '" + name + "'");
        }
        return words;
    }

    /** The end of the phrase of a list that stands behind a place, with at most a blank or a hyphen between. */
    Optional<Integer> behind(String name, char[] folded, int end, int limit) {
        int at = ValueScanner.skipBlank(folded, end, limit);
        for (String word : list(name)) {
            if (ValueScanner.matches(folded, at, limit, word)) {
                return Optional.of(at + word.length());
            }
        }
        return Optional.empty();
    }

    /** Whether a phrase of a list stands right before a place. */
    boolean isBefore(String name, char[] folded, int place) {
        return startBefore(name, folded, place) < place;
    }

    /** The place where the phrase of a list begins that stands right before a place; the place itself if none does. */
    int startBefore(String name, char[] folded, int place) {
        int end = place > 0 && folded[place - 1] == ' ' ? place - 1 : place;
        for (String word : list(name)) {
            int at = end - word.length();
            boolean starts = at == 0
                    || at > 0
                            && (Script.of(folded[at - 1]) != Script.SPACED
                                    || Script.of(word.charAt(0)) != Script.SPACED);
            if (starts && Folding.startsWith(folded, at, word)) {
                return at;
            }
        }
        return place;
    }
}
