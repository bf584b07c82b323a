package io.pactwatch.train.encoder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The heads as the product reads them.
 *
 * @param hidden width of the encoder
 * @param maxTokens most word pieces of a text
 * @param languages that it reads
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeadsFile(
        int version,
        int hidden,
        int maxTokens,
        List<String> languages,
        LabelHead target, LabelHead tie, TermsHead terms, LabelHead status, LabelHead stage) {
    private static final int VERSION = 2;
    private static final float PRECISION = 1e5f;

    /** A linear head: one row of weights for each label. */
    record LabelHead(List<String> labels, float[][] weight, float[] bias) {}

    /** One attention query, one row of weights and one threshold for each term; what leads from a term to the words of its status. */
    record TermsHead(
            List<String> labels,
            float[][] query,
            float[][] weight,
            float[] bias,
            float[] threshold,
            float[][] statusQuery) {}

    /** Heads from trained weights. */
    static HeadsFile of(Map<String, float[]> values, LabelSet labels, int maxTokens, float[] thresholds) {
        int width = values.get("embeddings.LayerNorm.bias").length;
        return new HeadsFile(
                VERSION,
                width,
                maxTokens,
                PassageFile.LANGUAGES,
                head(values, "target", LabelSet.TONES, 2 * width),
                head(values, "tie", LabelSet.TONES, 2 * width),
                new TermsHead(
                        labels.terms(),
                        rows(values.get("terms.query"), width),
                        rows(values.get("terms.weight"), width),
                        rounded(values.get("terms.bias")),
                        thresholds,
                        rows(values.get("terms.statusQuery"), width)),
                head(values, "status", LabelSet.STATUSES, 2 * width),
                head(values, "stage", LabelSet.STAGES, 2 * width));
    }

    /** The head that targets train, alone. */
    HeadsFile ofTargets() {
        return new HeadsFile(version, hidden, maxTokens, languages, target, null, null, null, null);
    }

    HeadsFile withThresholds(float[] thresholds) {
        TermsHead changed =
                new TermsHead(terms.labels(), terms.query(), terms.weight(), terms.bias(), rounded(thresholds), terms.statusQuery());
        return new HeadsFile(version, hidden, maxTokens, languages, target, tie, changed, status, stage);
    }

    private static LabelHead head(Map<String, float[]> values, String name, List<String> labels, int width) {
        return new LabelHead(labels, rows(values.get(name + ".weight"), width), rounded(values.get(name + ".bias")));
    }

    private static float[][] rows(float[] values, int width) {
        float[][] rows = new float[values.length / width][width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(values, row * width, rows[row], 0, width);
            rows[row] = rounded(rows[row]);
        }
        return rows;
    }

    private static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Math.round(values[i] * PRECISION) / PRECISION;
        }
        return rounded;
    }

    void save(Path file) throws IOException {
        Files.writeString(file, new ObjectMapper().writeValueAsString(this) + "\n");
    }
}
