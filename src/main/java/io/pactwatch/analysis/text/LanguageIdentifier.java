package io.pactwatch.analysis.text;

import io.pactwatch.analysis.resource.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells en, de, fr, es, ko, ja and zh apart, by script and by function words. Immutable, linear. */
public final class LanguageIdentifier {
    public static final String UNKNOWN = "und";

    private static final List<String> LATIN = List.of("en", "de", "fr", "es");
    private static final List<String> ALL = List.of("en", "de", "fr", "es", "ko", "ja", "zh");
    private static final int SAMPLE = 6_000;

    public static final LanguageIdentifier STANDARD = new LanguageIdentifier(YamlNode.resource("languages.yaml"));

    private final PhraseMatcher<Integer> functionWords;

    LanguageIdentifier(YamlNode file) {
        PhraseMatcher.Builder<Integer> builder = new PhraseMatcher.Builder<>();
        for (int i = 0; i < LATIN.size(); i++) {
            int language = i;
            file.get("functionWords").get(LATIN.get(i)).texts().forEach(word -> builder.add(word, language));
        }
        functionWords = builder.build();
    }

    /** Whether texts of a language are read; the unknown language counts, since its text was read as far as it goes. */
    public static boolean isRead(String language) {
        return language.equals(UNKNOWN) || ALL.contains(language);
    }

    /** The primary language of the text: what the script shows, then the given tag if it fits, then function words. */
    public String identify(char[] folded, Optional<String> given) {
        int length = Math.min(folded.length, SAMPLE);
        String byScript = byScript(folded, length);
        String tag = given.map(LanguageIdentifier::primary).orElse("");
        if (!byScript.equals("latin")) {
            boolean hanWithoutKana = byScript.equals("zh") && tag.equals("ja");
            return hanWithoutKana ? tag : byScript;
        }
        int[] counts = new int[LATIN.size()];
        functionWords.match(Arrays.copyOf(folded, length), (start, end, language) -> counts[language]++);
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        int givenIndex = LATIN.indexOf(tag);
        if (givenIndex >= 0 && counts[givenIndex] * 2 >= counts[best]) {
            return tag;
        }
        if (counts[best] == 0) {
            return ALL.contains(tag) || tag.isEmpty() ? UNKNOWN : tag;
        }
        boolean foreignTag = !tag.isEmpty() && !ALL.contains(tag) && !tag.equals(UNKNOWN);
        return foreignTag && counts[best] < 5 ? tag : LATIN.get(best);
    }

    private static String primary(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        int hyphen = lower.indexOf('-');
        String primary = hyphen < 0 ? lower : lower.substring(0, hyphen);
        boolean letters = primary.chars().allMatch(unit -> unit >= 'a' && unit <= 'z');
        return letters && (primary.length() == 2 || primary.length() == 3) ? primary : "";
    }

    private static String byScript(char[] folded, int length) {
        int[] counts = new int[Script.values().length];
        for (int i = 0; i < length; i++) {
            counts[Script.of(folded[i]).ordinal()]++;
        }
        int kana = counts[Script.KATAKANA.ordinal()] + counts[Script.HIRAGANA.ordinal()];
        int han = counts[Script.HAN.ordinal()];
        int hangul = counts[Script.HANGUL.ordinal()];
        int spaced = counts[Script.SPACED.ordinal()];
        if ((kana + han + hangul) * 3 < spaced || kana + han + hangul == 0) {
            return "latin";
        }
        if (hangul >= kana + han) {
            return "ko";
        }
        return kana * 12 >= han ? "ja" : "zh";
    }
}
