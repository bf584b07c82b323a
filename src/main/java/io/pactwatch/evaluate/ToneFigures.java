package io.pactwatch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How well the tone towards the tie is found. A text for which no tone is given counts as neutral. Not thread-safe. */
public final class ToneFigures {
    private static final List<String> LABELS = List.of("negative", "neutral", "positive");

    private final Map<String, Counts> byLabel = new TreeMap<>();
    private final Map<String, Map<String, Counts>> byLanguage = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int texts;
    private int right;
    private int abstained;

    /** Enters a text and the tone towards the tie that was found. */
    public void add(LabelledText text, Optional<String> found) {
        add(text.article().id(), text.language(), text.tone(), found);
    }

    /** Enters a target and the tone towards it that was found. */
    public void add(LabelledTarget target, Optional<String> found) {
        add(target.id(), "en", target.tone(), found);
    }

    private void add(String id, String language, String tone, Optional<String> found) {
        String label = found.orElse("neutral");
        texts++;
        abstained += found.isEmpty() ? 1 : 0;
        right += label.equals(tone) ? 1 : 0;
        enter(byLabel, tone, label);
        enter(byLanguage.computeIfAbsent(language, key -> new TreeMap<>()), tone, label);
        if (!label.equals(tone)) {
            differences.add(id + " is " + tone + ", found " + label);
        }
    }

    private static void enter(Map<String, Counts> counts, String labelled, String found) {
        for (String each : LABELS) {
            counts.computeIfAbsent(each, key -> new Counts())
                    .add(each.equals(labelled) ? Set.of(each) : Set.of(), each.equals(found) ? Set.of(each) : Set.of());
        }
    }

    /** Texts or targets entered. */
    public int size() {
        return texts;
    }

    /** Mean of the F1 of the three labels. */
    public double macroF1() {
        return macroF1(byLabel);
    }

    private static double macroF1(Map<String, Counts> counts) {
        return counts.values().stream().mapToDouble(Counts::f1).sum() / LABELS.size();
    }

    /** Every text whose tone is another than the labelled one, a line each. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** The figures, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("texts               " + texts);
        lines.add(line("macro-F1            %.3f", macroF1()));
        lines.add(line("accuracy            %.3f", texts == 0 ? 0 : (double) right / texts));
        lines.add(line("abstained           %.3f", texts == 0 ? 0 : (double) abstained / texts));
        byLabel.forEach((label, counts) -> lines.add(line("%-19s %s", label, counts.text())));
        byLanguage.forEach(
                (language, counts) -> lines.add(line("language %-10s macro-F1 %.3f", language, macroF1(counts))));
        return lines;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
