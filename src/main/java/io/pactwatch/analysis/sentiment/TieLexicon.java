package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.PhraseMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words about relations between companies, by language, with weights in [-2,2]. Immutable and thread-safe. */
public final class TieLexicon {
    private static final double LARGEST = 2;

    /** What a phrase of the lexicon does. */
    sealed interface Entry {
        /** Good or bad for the tie. */
        record Tone(double weight) implements Entry {}

        /** Turns the tone of the words near it. */
        record Negation() implements Entry {}

        /** Weakens the tone of the words near it. */
        record Hedge() implements Entry {}

        /** Names the tie: partnership, alliance, relationship. */
        record Tie() implements Entry {}

        /** Speaks of both parties at once: the two companies. */
        record Together() implements Entry {}

        /** Somebody who has an opinion but is no party: analysts, critics. */
        record Outsider() implements Entry {}
    }

    private final Map<String, PhraseMatcher<Entry>> matchers = new HashMap<>();

    public static TieLexicon standard() {
        return new TieLexicon(YamlNode.resource("tie-lexicon.yaml"));
    }

    /** @throws io.pactwatch.article.InvalidInputException if the file is wrong, with its line */
    public TieLexicon(YamlNode file) {
        file.map().forEach((language, words) -> matchers.put(language, matcher(words)));
        if (!matchers.containsKey("en")) {
            throw file.refuse("'en' is missing");
        }
    }

    private static PhraseMatcher<Entry> matcher(YamlNode words) {
        PhraseMatcher.Builder<Entry> builder = new PhraseMatcher.Builder<>();
        addAll(words, "negation", new Entry.Negation(), builder);
        addAll(words, "hedge", new Entry.Hedge(), builder);
        addAll(words, "tie", new Entry.Tie(), builder);
        addAll(words, "together", new Entry.Together(), builder);
        addAll(words, "outsider", new Entry.Outsider(), builder);
        for (Map.Entry<String, YamlNode> group : words.get("tone").map().entrySet()) {
            double weight = weight(group.getKey(), group.getValue());
            group.getValue().texts().forEach(phrase -> builder.add(phrase, new Entry.Tone(weight)));
        }
        return builder.build();
    }

    private static double weight(String text, YamlNode node) {
        try {
            double weight = Double.parseDouble(text);
            if (Math.abs(weight) <= LARGEST) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw node.refuse("weight '" + text + "' is not a number");
        }
        throw node.refuse("weight " + text + " is not in [-2,2]");
    }

    private static void addAll(YamlNode words, String list, Entry entry, PhraseMatcher.Builder<Entry> builder) {
        words.find(list).map(YamlNode::texts).orElse(List.of()).forEach(phrase -> builder.add(phrase, entry));
    }

    PhraseMatcher<Entry> matcher(String language) {
        return matchers.getOrDefault(language, matchers.get("en"));
    }
}
