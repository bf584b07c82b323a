package io.pactwatch.train.tone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.Sentiment;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.analysis.sentiment.ToneFeatures;
import io.pactwatch.evaluate.LabelledFiles;
import io.pactwatch.evaluate.LabelledText;
import io.pactwatch.serde.WatchlistReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fits the weights of {@link ToneFeatures} to the tones of labelled articles that no model has trained on and prints them, with
 * figures of a cross-validation. Arguments: the tier, {@code fast} or {@code accurate}, then files of labelled articles.
 */
public final class FitTone {
    private static final String WATCHLIST = "/io/pactwatch/samples/watchlist.yaml";
    private static final int FOLDS = 10;
    private static final double[] PENALTIES = {0.3, 1, 3, 10};

    /** A fit leans towards the mean, so scores are stretched before they are told from neutral. */
    private static final double[] STRETCHES = {1, 1.15, 1.3, 1.5, 1.75, 2};

    private FitTone() {}

    public static void main(String[] arguments) throws IOException {
        TierSetting tier = TierSetting.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        List<double[]> rows = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            rows.addAll(rows(Path.of(file), tier));
        }
        double bestF1 = -1;
        double[] best = {};
        for (double penalty : PENALTIES) {
            double[] told = crossValidated(rows, penalty);
            for (double stretch : STRETCHES) {
                double f1 = macroF1(rows, told, stretch);
                System.out.printf(Locale.ROOT, "penalty %4.1f, stretch %.2f: macro-F1 %.3f%n", penalty, stretch, f1);
                if (f1 > bestF1) {
                    bestF1 = f1;
                    best = Arrays.stream(RidgeRegression.fit(rows, penalty)).map(weight -> weight * stretch).toArray();
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d articles, macro-F1 %.3f in cross-validation%n", rows.size(), bestF1);
        System.out.println(Arrays.stream(best).mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight)).toList());
    }

    /** Features and labelled score of each article in which the tier shows a tone. */
    private static List<double[]> rows(Path file, TierSetting tier) throws IOException {
        ArticleAnalyzer analyzer = ArticleAnalyzer.forTier(tier);
        List<LabelledText> texts =
                new LabelledFiles(WatchlistReader.readResource(WATCHLIST)).read(file);
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            JsonNode node = new ObjectMapper().readTree(lines.get(i));
            double score = node.path("sentiment").path("score").asDouble();
            if (tier == TierSetting.ACCURATE && !texts.get(i).language().equals("en")) {
                continue;
            }
            analyzer.withWatchlist(List.of(texts.get(i).partnership()))
                    .explain(texts.get(i).article(), texts.get(i).publishedAt())
                    .stream()
                    .flatMap(explained -> explained.tone().stream())
                    .forEach(features -> rows.add(row(features, score)));
        }
        return rows;
    }

    private static double[] row(ToneFeatures features, double score) {
        double[] row = Arrays.copyOf(features.values(), features.values().length + 1);
        row[row.length - 1] = score;
        return row;
    }

    /** The score of each row as it is told by weights that have not seen it. */
    private static double[] crossValidated(List<double[]> rows, double penalty) {
        double[] told = new double[rows.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<double[]> others = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (i % FOLDS != fold) {
                    others.add(rows.get(i));
                }
            }
            double[] weights = RidgeRegression.fit(others, penalty);
            for (int i = fold; i < rows.size(); i += FOLDS) {
                for (int j = 0; j < weights.length; j++) {
                    told[i] += weights[j] * rows.get(i)[j];
                }
            }
        }
        return told;
    }

    private static double macroF1(List<double[]> rows, double[] told, double stretch) {
        int[][] confusion = new int[3][3];
        for (int i = 0; i < told.length; i++) {
            double[] row = rows.get(i);
            confusion[label(row[row.length - 1])][label(told[i] * stretch)]++;
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

    private static int label(double score) {
        return score <= -Sentiment.NEUTRAL ? 0 : score >= Sentiment.NEUTRAL ? 2 : 1;
    }
}
