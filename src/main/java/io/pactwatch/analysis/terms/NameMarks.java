package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the part of a name in its clause off the word before it or the particle behind it. Immutable. */
final class NameMarks {
    /** The part that a name plays. */
    enum Mark {
        SUBJECT,
        AGENT,
        OWNER,
        OF,
        TO,
        FROM,
        ABOUT
    }

    static final NameMarks STANDARD = new NameMarks(YamlNode.resource("name-marks.yaml"));

    private record Word(String text, Mark mark) {}

    private record Words(List<Word> before, List<Word> behind) {}

    private final Map<String, Words> languages = new HashMap<>();

    NameMarks(YamlNode file) {
        file.map().forEach((language, node) -> {
            node.map(Set.of("before", "behind"));
            languages.put(language, new Words(words(node.get("before")), words(node.get("behind"))));
        });
    }

    private static List<Word> words(YamlNode node) {
        List<Word> words = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            node.find(mark.name().toLowerCase(Locale.ROOT)).ifPresent(list -> list.texts()
                    .forEach(word -> words.add(new Word(Folding.foldToString(word), mark))));
        }
        words.sort(Comparator.comparingInt((Word word) -> -word.text().length()));
        return words;
    }

    /** The part of a name in a folded text; empty where nothing beside it tells. */
    Optional<Mark> of(char[] folded, Span name, String language) {
        Words words = languages.getOrDefault(language, languages.get("en"));
        return words.behind().stream()
                .filter(word -> startsAt(folded, name.end(), word.text()))
                .findFirst()
                .or(() -> words.before().stream()
                        .filter(word -> standsBefore(folded, name.start(), word.text()))
                        .findFirst())
                .map(Word::mark);
    }

    private static boolean startsAt(char[] folded, int at, String word) {
        if (at + word.length() > folded.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (folded[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsBefore(char[] folded, int name, String word) {
        int end = name > 0 && folded[name - 1] == ' ' ? name - 1 : name;
        boolean touches = end == name;
        char last = word.charAt(word.length() - 1);
        if (touches && Script.of(last) == Script.SPACED) {
            return false;
        }
        int start = end - word.length();
        return start >= 0
                && startsAt(folded, start, word)
                && (start == 0
                        || Script.of(folded[start - 1]) != Script.SPACED
                        || Script.of(word.charAt(0)) != Script.SPACED);
    }
}
