package io.pactwatch.train.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of all heads on one batch. Tones: cross entropy with smoothed labels. Terms: every term by its own attention over the
 * centre (Mullenbach et al. 2018), with the asymmetric focal loss of Ridnik et al. 2021, since a sentence states few of the
 * terms. Status and stage: cross entropy from what the term of a stated claim attends to, rare ones weighing more.
 */
final class MultiTaskLoss {
    private static final float MINUS_INFINITY = -10_000f;
    private static final float SMOOTHING = 0.1f;
    private static final float STATUS_SHARE = 0.7f;
    private static final float STAGE_SHARE = 0.3f;

    private final Parameters parameters;
    private final LabelWeights weights;
    private final float dropout;

    MultiTaskLoss(Parameters parameters, LabelWeights weights, float dropout) {
        this.parameters = parameters;
        this.weights = weights;
        this.dropout = dropout;
    }

    /** @param hidden states of the batch, [batch, tokens, width] */
    NDArray loss(NDManager manager, NDArray hidden, EncoderInput input, List<Example> batch) {
        NDArray states = drop(hidden);
        NDArray opening = states.get(new NDIndex(":,0,:"));
        NDArray marked = input.markShares().matMul(states).squeeze(1);
        NDArray summary = NDArrays.concat(new NDList(opening, marked), 1);
        NDArray loss = toneLoss(manager, summary, batch, "target").add(toneLoss(manager, summary, batch, "tie"));
        List<CentreRow> rows = CentreRow.of(batch);
        return rows.isEmpty() ? loss : loss.add(termLoss(manager, states, input, batch, rows));
    }

    private NDArray toneLoss(NDManager manager, NDArray summary, List<Example> batch, String head) {
        int labels = LabelSet.TONES.size();
        float[] wanted = new float[batch.size() * labels];
        int labelled = 0;
        for (int row = 0; row < batch.size(); row++) {
            var tone = head.equals("tie") ? batch.get(row).tie() : batch.get(row).target();
            if (tone.isPresent()) {
                labelled++;
                for (int label = 0; label < labels; label++) {
                    float share = label == tone.getAsInt() ? 1 - SMOOTHING : 0;
                    wanted[row * labels + label] = share + SMOOTHING / labels;
                }
            }
        }
        NDArray scores = linear(summary, head);
        return scores.logSoftmax(1)
                .mul(manager.create(wanted, new Shape(batch.size(), labels)))
                .sum()
                .neg()
                .div(Math.max(1, labelled));
    }

    private NDArray termLoss(
            NDManager manager, NDArray states, EncoderInput input, List<Example> batch, List<CentreRow> rows) {
        int width = (int) states.getShape().get(2);
        int tokens = input.tokens();
        int terms = (int) parameters.get("terms.bias").getShape().get(0);
        NDArray centres = selection(manager, rows.stream().map(CentreRow::example).toList(), batch.size())
                .matMul(states.reshape(batch.size(), (long) tokens * width))
                .reshape(rows.size(), tokens, width);
        NDArray attention = centres.matMul(parameters.get("terms.query").transpose())
                .transpose(0, 2, 1)
                .div((float) Math.sqrt(width))
                .add(outside(manager, rows, tokens))
                .softmax(-1);
        NDArray pooled = attention.matMul(centres);
        NDArray scores = pooled.mul(parameters.get("terms.weight")).sum(new int[] {2}).add(parameters.get("terms.bias"));
        NDArray loss = asymmetricLoss(manager, scores, batch, rows, terms);
        List<ClaimRow> claims = ClaimRow.of(rows, terms);
        if (claims.isEmpty()) {
            return loss;
        }
        NDArray gathered = selection(manager, claims.stream().map(ClaimRow::place).toList(), rows.size() * terms)
                .matMul(pooled.reshape((long) rows.size() * terms, width));
        NDArray read = NDArrays.concat(
                new NDList(gathered, statusWords(manager, states, input, batch.size(), claims, gathered)), 1);
        NDArray status = labelLoss(manager, linear(read, "status"), claims, weights.status(), true);
        NDArray stage = labelLoss(manager, linear(read, "stage"), claims, weights.stage(), false);
        return loss.add(status.mul(STATUS_SHARE)).add(stage.mul(STAGE_SHARE));
    }

    /** What tells the status of each claim: gathered over the whole text by a query that follows from what its term gathers. */
    private NDArray statusWords(
            NDManager manager, NDArray states, EncoderInput input, int batch, List<ClaimRow> claims, NDArray gathered) {
        int tokens = input.tokens();
        int width = (int) states.getShape().get(2);
        NDArray pick = selection(manager, claims.stream().map(ClaimRow::example).toList(), batch);
        NDArray texts = pick.matMul(states.reshape(batch, (long) tokens * width)).reshape(claims.size(), tokens, width);
        NDArray padding = pick.matMul(input.padding().reshape(batch, tokens)).reshape(claims.size(), 1, tokens);
        NDArray query = gathered.matMul(parameters.get("terms.statusQuery").transpose()).expandDims(1);
        return query.matMul(texts.transpose(0, 2, 1))
                .div((float) Math.sqrt(width))
                .add(padding)
                .softmax(-1)
                .matMul(texts)
                .squeeze(1);
    }

    private NDArray asymmetricLoss(
            NDManager manager, NDArray scores, List<Example> batch, List<CentreRow> rows, int terms) {
        float[] stated = new float[rows.size() * terms];
        float[] notStated = new float[rows.size() * terms];
        float total = 0;
        for (int row = 0; row < rows.size(); row++) {
            float weight = (float) batch.get(rows.get(row).example()).termWeight();
            total += weight;
            for (int term = 0; term < terms; term++) {
                boolean positive = rows.get(row).centre().states(term);
                stated[row * terms + term] = positive ? weight * weights.term()[term] : 0;
                notStated[row * terms + term] = positive ? 0 : weight;
            }
        }
        Shape shape = new Shape(rows.size(), terms);
        NDArray missed = Activation.softPlus(scores.neg()).mul(manager.create(stated, shape));
        NDArray focus = Activation.sigmoid(scores).square();
        NDArray surplus = focus.mul(Activation.softPlus(scores)).mul(manager.create(notStated, shape));
        return missed.add(surplus).sum().div(total);
    }

    private static NDArray labelLoss(
            NDManager manager, NDArray scores, List<ClaimRow> claims, float[] classWeights, boolean status) {
        int labels = classWeights.length;
        float[] wanted = new float[claims.size() * labels];
        float total = 0;
        for (int row = 0; row < claims.size(); row++) {
            Example.ClaimLabel claim = claims.get(row).claim();
            int label = status ? claim.status() : claim.stage();
            wanted[row * labels + label] = classWeights[label];
            total += classWeights[label];
        }
        return scores.logSoftmax(1)
                .mul(manager.create(wanted, new Shape(claims.size(), labels)))
                .sum()
                .neg()
                .div(total);
    }

    /** A matrix that picks one of {@code columns} rows for each place. */
    private static NDArray selection(NDManager manager, List<Integer> places, int columns) {
        float[] picks = new float[places.size() * columns];
        for (int row = 0; row < places.size(); row++) {
            picks[row * columns + places.get(row)] = 1;
        }
        return manager.create(picks, new Shape(places.size(), columns));
    }

    /** Very negative at the pieces outside a centre, [centres, 1, tokens]. */
    private static NDArray outside(NDManager manager, List<CentreRow> rows, int tokens) {
        float[] mask = new float[rows.size() * tokens];
        for (int row = 0; row < rows.size(); row++) {
            Example.Centre centre = rows.get(row).centre();
            for (int i = 0; i < tokens; i++) {
                mask[row * tokens + i] = i >= centre.from() && i < centre.to() ? 0 : MINUS_INFINITY;
            }
        }
        return manager.create(mask, new Shape(rows.size(), 1, tokens));
    }

    private NDArray linear(NDArray x, String head) {
        return x.matMul(parameters.get(head + ".weight").transpose()).add(parameters.get(head + ".bias"));
    }

    private NDArray drop(NDArray x) {
        return Dropout.dropout(x, dropout, true).singletonOrThrow();
    }

    /** A centre and the number of its example in the batch. */
    private record CentreRow(int example, Example.Centre centre) {
        static List<CentreRow> of(List<Example> batch) {
            List<CentreRow> rows = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                for (Example.Centre centre : batch.get(i).centres()) {
                    rows.add(new CentreRow(i, centre));
                }
            }
            return rows;
        }
    }

    /** A stated claim, the number of its example, and its place among all centres and terms. */
    private record ClaimRow(int example, int place, Example.ClaimLabel claim) {
        static List<ClaimRow> of(List<CentreRow> rows, int terms) {
            List<ClaimRow> claims = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                for (Example.ClaimLabel claim : rows.get(row).centre().claims()) {
                    claims.add(new ClaimRow(rows.get(row).example(), row * terms + claim.term(), claim));
                }
            }
            return claims;
        }
    }
}
