package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.PhraseMatcher;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Named groups of phrases, found in one pass per text. Immutable and thread-safe. */
final class CueIndex {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ko", "ja", "zh");

    /** Phrases that count in a text of any language. */
    private static final String ANY = "any";

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, PhraseMatcher<Integer>> matchers = new HashMap<>();

    /** @param files mappings of group name to language to phrases */
    CueIndex(List<YamlNode> files) {
        Map<String, PhraseMatcher.Builder<Integer>> builders = new HashMap<>();
        LANGUAGES.forEach(language -> builders.put(language, new PhraseMatcher.Builder<>()));
        for (YamlNode file : files) {
            file.map().forEach((name, group) -> addGroup(name, group, builders));
        }
        builders.forEach((language, builder) -> matchers.put(language, builder.build()));
    }

    private void addGroup(String name, YamlNode group, Map<String, PhraseMatcher.Builder<Integer>> builders) {
        if (numbers.containsKey(name)) {
            throw group.refuse("cue group '" + name + "' is defined twice");
        }
        int number = numbers.size();
        numbers.put(name, number);
        names.add(name);
        group.map().forEach((language, phrases) -> {
            if (!language.equals(ANY) && !LANGUAGES.contains(language)) {
                throw phrases.refuse("'" + language + "' is not one of " + LANGUAGES + " or " + ANY);
            }
            for (YamlNode phrase : phrases.list()) {
                List<String> into = language.equals(ANY) ? LANGUAGES : List.of(language);
                into.forEach(each -> add(phrase, number, builders.get(each)));
            }
        });
    }

    private static void add(YamlNode phrase, int number, PhraseMatcher.Builder<Integer> builder) {
        try {
            builder.add(phrase.text(), number);
        } catch (IllegalArgumentException e) {
            throw phrase.refuse(e.getMessage());
        }
    }

    OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    String name(int group) {
        return names.get(group);
    }

    int size() {
        return numbers.size();
    }

    /** All hits in a text, in order of their starts. A language without phrases of its own is read as English. */
    List<Cue> find(char[] folded, String language) {
        List<Cue> cues = new ArrayList<>();
        matchers.getOrDefault(language, matchers.get("en"))
                .match(folded, (start, end, group) -> cues.add(new Cue(new Span(start, end), group)));
        cues.sort(Comparator.comparingInt((Cue cue) -> cue.span().start()));
        return cues;
    }
}
