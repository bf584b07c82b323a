package io.pactwatch.analysis.text;

import io.pactwatch.analysis.resource.YamlNode;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text, first by its script, then by function words. The languages that are read (en, de, fr, es, ko,
 * ja, zh) come first: another one is named only where it is clearly ahead. Immutable, linear.
 */
public final class LanguageIdentifier {
    public static final String UNKNOWN = "und";

    private static final List<String> LATIN = List.of("en", "de", "fr", "es");
    private static final List<String> ALL = List.of("en", "de", "fr", "es", "ko", "ja", "zh");
    private static final int SAMPLE = 6_000;

    /** Function words that a language that is not read needs, and by how much it must be ahead. */
    private static final int LEAST_OTHER = 3;

    private static final double AHEAD = 1.3;

    public static final LanguageIdentifier STANDARD = new LanguageIdentifier(YamlNode.resource("languages.yaml"));

    /** Languages of Latin script, those that are read first. */
    private final List<String> latin = new ArrayList<>(LATIN);

    private final PhraseMatcher<Integer> functionWords;
    private final Map<UnicodeScript, String> byScript = new EnumMap<>(UnicodeScript.class);

    LanguageIdentifier(YamlNode file) {
        PhraseMatcher.Builder<Integer> builder = new PhraseMatcher.Builder<>();
        for (int i = 0; i < LATIN.size(); i++) {
            int language = i;
            file.get("functionWords").get(LATIN.get(i)).texts().forEach(word -> builder.add(word, language));
        }
        file.get("otherFunctionWords").map().forEach((name, words) -> {
            int language = latin.size();
            latin.add(name);
            words.texts().forEach(word -> builder.add(word, language));
        });
        functionWords = builder.build();
        file.get("scripts").map().forEach((script, name) -> byScript.put(UnicodeScript.forName(script), name.text()));
    }

    /** Whether texts of a language are read; the unknown language counts, since its text was read as far as it goes. */
    public static boolean isRead(String language) {
        return language.equals(UNKNOWN) || ALL.contains(language);
    }

    /** The primary language of the text: what the script shows, then the given tag if it fits, then function words. */
    public String identify(char[] folded, Optional<String> given) {
        int length = Math.min(folded.length, SAMPLE);
        String tag = given.map(LanguageIdentifier::primary).orElse("");
        String eastAsian = eastAsian(folded, length);
        if (!eastAsian.isEmpty()) {
            boolean hanWithoutKana = eastAsian.equals("zh") && tag.equals("ja");
            return hanWithoutKana ? tag : eastAsian;
        }
        Optional<String> other = otherScript(folded, length);
        if (other.isPresent()) {
            return tag.isEmpty() || ALL.contains(tag) ? other.get() : tag;
        }
        return latin(counts(folded, length), tag);
    }

    private int[] counts(char[] folded, int length) {
        int[] counts = new int[latin.size()];
        functionWords.match(Arrays.copyOf(folded, length), (start, end, language) -> counts[language]++);
        return counts;
    }

    private String latin(int[] counts, String tag) {
        int best = best(counts, 0, LATIN.size());
        int other = best(counts, LATIN.size(), counts.length);
        if (counts[other] >= LEAST_OTHER && counts[other] > counts[best] * AHEAD) {
            return tag.isEmpty() || ALL.contains(tag) ? latin.get(other) : tag;
        }
        int given = LATIN.indexOf(tag);
        if (given >= 0 && counts[given] * 2 >= counts[best]) {
            return tag;
        }
        if (counts[best] == 0) {
            return ALL.contains(tag) || tag.isEmpty() ? UNKNOWN : tag;
        }
        boolean foreignTag = !tag.isEmpty() && !ALL.contains(tag) && !tag.equals(UNKNOWN);
        return foreignTag && counts[best] < 5 ? tag : LATIN.get(best);
    }

    private static int best(int[] counts, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    private static String primary(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        int hyphen = lower.indexOf('-');
        String primary = hyphen < 0 ? lower : lower.substring(0, hyphen);
        boolean letters = primary.chars().allMatch(unit -> unit >= 'a' && unit <= 'z');
        return letters && (primary.length() == 2 || primary.length() == 3) ? primary : "";
    }

    /** Korean, Japanese or Chinese; empty where another script prevails. */
    private static String eastAsian(char[] folded, int length) {
        int[] counts = new int[Script.values().length];
        for (int i = 0; i < length; i++) {
            counts[Script.of(folded[i]).ordinal()]++;
        }
        int kana = counts[Script.KATAKANA.ordinal()] + counts[Script.HIRAGANA.ordinal()];
        int han = counts[Script.HAN.ordinal()];
        int hangul = counts[Script.HANGUL.ordinal()];
        int spaced = counts[Script.SPACED.ordinal()];
        if ((kana + han + hangul) * 3 < spaced || kana + han + hangul == 0) {
            return "";
        }
        if (hangul >= kana + han) {
            return "ko";
        }
        return kana * 12 >= han ? "ja" : "zh";
    }

    /** The language of a script other than Latin, if most letters are of that script. */
    private Optional<String> otherScript(char[] folded, int length) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (int i = 0; i < length; i++) {
            if (folded[i] >= 'a' && folded[i] <= 'z') {
                letters++;
            } else if (folded[i] > 0x7F && Character.isLetter(folded[i])) {
                letters++;
                counts.merge(UnicodeScript.of(folded[i]), 1, Integer::sum);
            }
        }
        int half = letters / 2;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > half && byScript.containsKey(entry.getKey()))
                .map(entry -> byScript.get(entry.getKey()))
                .findFirst();
    }
}
