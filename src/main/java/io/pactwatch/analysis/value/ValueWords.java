package io.pactwatch.analysis.value;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.PhraseMatcher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of {@code values.yaml}. Immutable. */
final class ValueWords {
    static final ValueWords STANDARD = new ValueWords(YamlNode.resource("values.yaml"));

    /** A word with what it stands for. */
    record Word<T>(String word, T meaning) {}

    private final Map<String, Map<String, List<Word<BigDecimal>>>> magnitudes = new HashMap<>();
    private final List<Word<String>> currencies;
    private final List<Word<String>> percent = new ArrayList<>();
    private final List<Word<String>> multiples = new ArrayList<>();
    private final Map<String, List<String>> former;
    private final Map<String, List<String>> formerBehind;
    private final Set<String> adjectives;
    private final List<Word<String>> durations;
    private final List<Word<String>> quantities = new ArrayList<>();
    private final Map<String, BigDecimal> numbers = new HashMap<>();
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Set<String>> onlyIn = new HashMap<>();
    private final Map<String, BigDecimal> parts = new HashMap<>();
    private final PhraseMatcher<BigDecimal> fractions;
    private final PhraseMatcher<BigDecimal> halves;
    private final Map<String, String> counted = new HashMap<>();
    private final Set<String> partOf;
    private final Set<String> breaksCount;
    private final Set<String> seldomCounted;
    private final Set<String> endsAmount;
    private final Set<String> boardPlaces;
    private final List<String> foldSuffixes;
    private final List<Word<String>> equalParts;
    private final PhraseMatcher<BigDecimal> looseShares;

    ValueWords(YamlNode file) {
        file.map(Set.of(
                "magnitudes",
                "magnitudesByLanguage",
                "currencies",
                "percent",
                "fractions",
                "multiples",
                "numberWords",
                "numberWordsOnlyIn",
                "parts",
                "phrases",
                "halves",
                "months",
                "durations",
                "durationAdjectives",
                "former",
                "formerBehind",
                "quantities",
                "counted",
                "seats",
                "partOf",
                "breaksCount",
                "endsAmount",
                "boardPlaces",
                "foldSuffixes",
                "equalParts",
                "looseShares",
                "seldomCounted"));
        for (String language : List.of("en", "de", "fr", "es", "ko", "ja", "zh", "und")) {
            magnitudes.put(language, byFirstUnit(magnitudesOf(file, language)));
        }
        adjectives = folded(file.get("durationAdjectives"));
        folded(file.get("counted")).forEach(word -> counted.put(word, word));
        folded(file.get("seats")).forEach(word -> counted.put(word, "seats"));
        partOf = folded(file.get("partOf"));
        breaksCount = folded(file.get("breaksCount"));
        endsAmount = folded(file.get("endsAmount"));
        boardPlaces = folded(file.get("boardPlaces"));
        foldSuffixes = file.get("foldSuffixes").texts();
        equalParts = words(file.get("equalParts").map());
        looseShares = fractions(file.get("looseShares"));
        seldomCounted = folded(file.get("seldomCounted"));
        former = byLanguage(file.get("former"));
        formerBehind = byLanguage(file.get("formerBehind"));
        durations = words(file.get("durations").map());
        currencies = words(file.get("currencies").map());
        file.get("percent").texts().forEach(word -> percent.add(new Word<>(Folding.foldToString(word), "%")));
        file.get("multiples").texts().forEach(word -> multiples.add(new Word<>(Folding.foldToString(word), "x")));
        file.get("quantities")
                .texts()
                .forEach(word -> quantities.add(new Word<>(Folding.foldToString(word), word.strip())));
        longestFirst(percent);
        longestFirst(multiples);
        longestFirst(quantities);
        file.get("numberWords").map().forEach((number, list) -> list.texts()
                .forEach(word -> numbers.put(Folding.foldToString(word), new BigDecimal(number))));
        file.get("months").map().forEach((month, list) -> list.texts()
                .forEach(word -> months.put(Folding.foldToString(word), Integer.valueOf(month))));
        file.get("numberWordsOnlyIn").map().forEach((code, list) -> list.texts()
                .forEach(word -> onlyIn.computeIfAbsent(Folding.foldToString(word), key -> new HashSet<>())
                        .add(code)));
        file.get("parts").map().forEach((part, list) -> list.texts()
                .forEach(word -> parts.put(Folding.foldToString(word), new BigDecimal(part))));
        fractions = fractions(file.get("fractions"));
        halves = halves(file.get("halves"));
    }

    private static Set<String> folded(YamlNode words) {
        return words.texts().stream().map(Folding::foldToString).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Word<BigDecimal>> magnitudesOf(YamlNode file, String language) {
        Map<String, BigDecimal> found = new HashMap<>();
        file.get("magnitudes").map().forEach((size, list) -> list.texts()
                .forEach(word -> found.put(Folding.foldToString(word), new BigDecimal(size))));
        file.get("magnitudesByLanguage").find(language).ifPresent(node -> node.map()
                .forEach((size, list) ->
                        list.texts().forEach(word -> found.put(Folding.foldToString(word), new BigDecimal(size)))));
        List<Word<BigDecimal>> words = new ArrayList<>();
        found.forEach((word, size) -> words.add(new Word<>(word, size)));
        longestFirst(words);
        return words;
    }

    private static <T> Map<String, List<Word<T>>> byFirstUnit(List<Word<T>> words) {
        Map<String, List<Word<T>>> map = new HashMap<>();
        words.forEach(word -> map.computeIfAbsent(word.word().substring(0, 1), key -> new ArrayList<>())
                .add(word));
        return map;
    }

    private static List<Word<String>> words(Map<String, YamlNode> lists) {
        List<Word<String>> words = new ArrayList<>();
        lists.forEach((meaning, list) ->
                list.texts().forEach(word -> words.add(new Word<>(Folding.foldToString(word), meaning))));
        longestFirst(words);
        return words;
    }

    private static <T> void longestFirst(List<Word<T>> words) {
        words.sort(Comparator.comparing((Word<T> word) -> -word.word().length()).thenComparing(Word::word));
    }

    private static PhraseMatcher<BigDecimal> halves(YamlNode words) {
        PhraseMatcher.Builder<BigDecimal> builder = new PhraseMatcher.Builder<>();
        words.texts().forEach(word -> builder.add(word, BigDecimal.valueOf(50)));
        return builder.build();
    }

    private static PhraseMatcher<BigDecimal> fractions(YamlNode node) {
        PhraseMatcher.Builder<BigDecimal> builder = new PhraseMatcher.Builder<>();
        node.map().forEach((share, list) -> list.texts().forEach(word -> builder.add(word, new BigDecimal(share))));
        return builder.build();
    }

    List<Word<BigDecimal>> magnitudesFrom(String language, char first) {
        return magnitudes.getOrDefault(language, magnitudes.get("und")).getOrDefault(String.valueOf(first), List.of());
    }

    List<Word<String>> currencies() {
        return currencies;
    }

    List<Word<String>> percent() {
        return percent;
    }

    List<Word<String>> multiples() {
        return multiples;
    }

    List<Word<String>> durations() {
        return durations;
    }

    /** The place behind an adjective between a number and a span of time: {@code three more years}. */
    int afterAdjective(char[] folded, int end, int limit) {
        int at = end < limit && folded[end] == ' ' ? end + 1 : end;
        int word = at;
        while (word < limit && word - at < 14 && Character.isLetter(folded[word])) {
            word++;
        }
        return word < limit && folded[word] == ' ' && adjectives.contains(new String(folded, at, word - at))
                ? word
                : end;
    }

    private static Map<String, List<String>> byLanguage(YamlNode node) {
        Map<String, List<String>> lists = new HashMap<>();
        node.map()
                .forEach((language, words) -> lists.put(
                        language,
                        words.texts().stream().map(Folding::foldToString).toList()));
        return lists;
    }

    /** Words before a value that held before. */
    List<String> former(String language) {
        return former.getOrDefault(language, List.of());
    }

    /** Particles behind a value that held before. */
    List<String> formerBehind(String language) {
        return formerBehind.getOrDefault(language, List.of());
    }

    /** The thing that a word names, if it is one that contracts count. */
    Optional<String> counted(String word) {
        return Optional.ofNullable(counted.get(word));
    }

    /** Whether a word leads from a number to what it is a part of: {@code of}. */
    boolean isPartOf(String word) {
        return partOf.contains(word);
    }

    /** Whether a word behind a number begins another phrase. */
    boolean breaksCount(String word) {
        return breaksCount.contains(word);
    }

    /** Whether a plural is none of a contract: {@code the two sides}. */
    boolean isSeldomCounted(String word) {
        return seldomCounted.contains(word);
    }

    /** Whether a word behind an amount without a currency begins another phrase. */
    boolean endsAmount(String word) {
        return endsAmount.contains(word);
    }

    /** Whether a word is one for a place on a board, or for who sits there. */
    boolean isSeat(String word) {
        return boardPlaces.contains(word) || counted.getOrDefault(word, "").equals("seats");
    }

    /** What makes a number word a multiple: {@code fold}. */
    List<String> foldSuffixes() {
        return foldSuffixes;
    }

    /** Words for one of several equal parts, with their number. */
    List<Word<String>> equalParts() {
        return equalParts;
    }

    /** Words for a share that also say other things. */
    PhraseMatcher<BigDecimal> looseShares() {
        return looseShares;
    }

    List<Word<String>> quantities() {
        return quantities;
    }

    /** The number that a word stands for in a language. */
    Optional<BigDecimal> number(String word, String language) {
        return onlyIn.getOrDefault(word, Set.of(language)).contains(language)
                ? Optional.ofNullable(numbers.get(word))
                : Optional.empty();
    }

    /** The part of a whole that a word names: {@code quarter}. */
    Optional<BigDecimal> part(String word) {
        return Optional.ofNullable(parts.get(word));
    }

    Optional<Integer> month(String word) {
        return Optional.ofNullable(months.get(word));
    }

    PhraseMatcher<BigDecimal> fractions() {
        return fractions;
    }

    /** Words for two equal parts, which may also be what a change leaves: {@code halved}. */
    PhraseMatcher<BigDecimal> halves() {
        return halves;
    }
}
