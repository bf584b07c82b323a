package io.pactwatch.train.tone;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.analysis.sentiment.ToneFeatures;
import io.pactwatch.evaluate.LabelledFiles;
import io.pactwatch.evaluate.LabelledText;
import io.pactwatch.serde.WatchlistReader;
import io.pactwatch.train.tone.LogisticRegression.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fits the weights of {@link ToneFeatures} to the tones of labelled articles that no model has trained on and prints them, with
 * figures of a cross-validation. Arguments: the tier, {@code fast} or {@code accurate}, then files of labelled articles.
 */
public final class FitTone {
    private static final String WATCHLIST = "/io/pactwatch/samples/watchlist.yaml";
    private static final int FOLDS = 10;
    private static final double[] PENALTIES = {3, 10, 30, 100, 300};

    /** Differences of a macro-F1 that mean nothing. */
    private static final double CHANCE = 0.01;

    private FitTone() {}

    public static void main(String[] arguments) throws IOException {
        TierSetting tier = TierSetting.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        List<Row> rows = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            rows.addAll(rows(Path.of(file), tier));
        }
        Map<Double, Double> f1s = new TreeMap<>();
        for (double penalty : PENALTIES) {
            f1s.put(penalty, macroF1(rows, penalty));
            System.out.printf(Locale.ROOT, "penalty %5.0f: macro-F1 %.3f%n", penalty, f1s.get(penalty));
        }
        double chosen = chosen(f1s);
        System.out.printf(
                Locale.ROOT, "%d articles, penalty %.0f, macro-F1 %.3f in cross-validation%n", rows.size(), chosen, f1s.get(chosen));
        for (double[] weights : LogisticRegression.fit(rows, Tone.values().length, chosen)) {
            System.out.println(Arrays.stream(weights)
                    .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                    .collect(Collectors.joining(", ", "{", "}")));
        }
    }

    /** The largest penalty that is as good as the best one, within what chance does. */
    private static double chosen(Map<Double, Double> f1s) {
        double least = f1s.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow() - CHANCE;
        return f1s.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .mapToDouble(Map.Entry::getKey)
                .max()
                .orElseThrow();
    }

    /** Features and labelled tone of each article in which the tier shows a tone. */
    private static List<Row> rows(Path file, TierSetting tier) throws IOException {
        ArticleAnalyzer analyzer = ArticleAnalyzer.forTier(tier);
        List<Row> rows = new ArrayList<>();
        for (LabelledText text : new LabelledFiles(WatchlistReader.readResource(WATCHLIST)).read(file)) {
            if (tier == TierSetting.ACCURATE && !text.language().equals("en")) {
                continue;
            }
            int label = Tone.valueOf(text.tone().toUpperCase(Locale.ROOT)).ordinal();
            analyzer.withWatchlist(List.of(text.partnership())).explain(text.article(), text.publishedAt()).stream()
                    .flatMap(explained -> explained.tone().stream())
                    .forEach(features -> rows.add(new Row(features.values(), label)));
        }
        return rows;
    }

    /** Of tones that are told by weights that have not seen the article. */
    private static double macroF1(List<Row> rows, double penalty) {
        int[][] confusion = new int[3][3];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Row> others = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (i % FOLDS != fold) {
                    others.add(rows.get(i));
                }
            }
            double[][] weights = LogisticRegression.fit(others, 3, penalty);
            for (int i = fold; i < rows.size(); i += FOLDS) {
                confusion[rows.get(i).label()][told(weights, rows.get(i).values())]++;
            }
        }
        double sum = 0;
        for (int label = 0; label < 3; label++) {
            int wanted = 0;
            int found = 0;
            for (int other = 0; other < 3; other++) {
                wanted += confusion[label][other];
                found += confusion[other][label];
            }
            sum += wanted + found == 0 ? 0 : 2.0 * confusion[label][label] / (wanted + found);
        }
        return sum / 3;
    }

    private static int told(double[][] weights, double[] values) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < weights.length; row++) {
            double score = weights[row][values.length];
            for (int i = 0; i < values.length; i++) {
                score += weights[row][i] * values[i];
            }
            if (score > most) {
                most = score;
                best = row;
            }
        }
        return best;
    }
}
