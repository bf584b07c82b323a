package io.pactwatch.evaluate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which labelled passages train, which choose between models and thresholds, and which are measured on. Passages on one pair
 * stay together, since they retell one story in other words; those on Microsoft and OpenAI, a third of all, stay together by
 * month. The names of these two count as the same in every language.
 */
public enum PassageSplit {
    TRAIN,
    VALIDATION,
    TEST;

    private static final int PARTS = 5;

    private static final Map<String, List<String>> NAMES = Map.of(
            "microsoft", List.of("ms", "msft", "마이크로소프트", "微软", "微軟", "マイクロソフト"),
            "openai", List.of("open ai", "오픈ai", "오픈 ai", "オープンai"));

    private static final Map<String, String> NAME_BY_ALIAS = NAMES.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(alias -> Map.entry(alias, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /**
     * The part of a passage.
     *
     * @param first a party, as the passage's label names it; the order of the two does not matter
     * @param second the other party
     * @param date of the article that the passage is from
     */
    public static PassageSplit of(String first, String second, LocalDate date) {
        CRC32 hash = new CRC32();
        hash.update(key(first, second, date).getBytes(StandardCharsets.UTF_8));
        return switch ((int) (hash.getValue() % PARTS)) {
            case 0 -> TEST;
            case 1 -> VALIDATION;
            default -> TRAIN;
        };
    }

    /** What passages that stay together have in common. */
    public static String key(String first, String second, LocalDate date) {
        String pair =
                Stream.of(first, second).map(PassageSplit::canonical).sorted().collect(Collectors.joining("|"));
        return pair.equals("microsoft|openai") ? pair + "|" + YearMonth.from(date) : pair;
    }

    private static String canonical(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return NAME_BY_ALIAS.getOrDefault(lower, lower);
    }
}
