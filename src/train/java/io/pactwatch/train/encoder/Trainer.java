package io.pactwatch.train.encoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Trains encoder and heads together and keeps the checkpoint that validates best. */
final class Trainer {
    private static final int REPORT = 50;
    static final String BEST = "best.bin";
    private static final String STATE = "state.bin";
    private static final String PROGRESS = "progress";

    private final TrainingPlan plan;
    private final TrainingData data;
    private final NDManager manager;
    private final Parameters parameters;
    private final EncoderNetwork network;
    private final MultiTaskLoss loss;
    private final AdamW optimiser;
    private final Random random;
    private final PrintStream out;
    private double losses;
    private final long started = System.nanoTime();

    Trainer(
            TrainingPlan plan,
            TrainingData data,
            NDManager manager,
            Parameters parameters,
            Random random,
            PrintStream out) {
        this.plan = plan;
        this.data = data;
        this.manager = manager;
        this.parameters = parameters;
        this.network = new EncoderNetwork(parameters, plan.dropout());
        this.loss = new MultiTaskLoss(
                parameters,
                LabelWeights.of(data.passages(), data.labels().terms().size()),
                plan.dropout());
        this.optimiser = new AdamW(manager, parameters);
        this.random = random;
        this.out = out;
    }

    /**
     * Trains as planned, or goes on where a run that was broken off had finished a round.
     *
     * @param folder for {@code best.bin}, the checkpoint that validates best, and {@code state.bin}, what to go on from
     */
    void train(Path folder) throws IOException {
        List<List<Example>> targets = targetBatches();
        int perRound = (data.passages().size() + plan.batch() - 1) / plan.batch();
        int steps = targets.size() + perRound * plan.rounds();
        Progress progress = resume(folder.resolve(STATE));
        for (int round = progress.round() + 1; round <= plan.rounds(); round++) {
            int step = perRound * (round - 1) + share(targets, round - 1);
            for (List<Example> batch : batches(round, targets)) {
                step++;
                losses += step(batch, plan.rateShare(step, steps));
                if (step % REPORT == 0) {
                    say("round %d, step %d of %d, loss %.3f", round, step, steps, losses / REPORT);
                    losses = 0;
                }
            }
            double best = progress.best();
            if (round % plan.validateEvery() == 0 || round == plan.rounds()) {
                double score = validate(round);
                if (score > best) {
                    best = score;
                    Checkpoint.save(folder.resolve(BEST), parameters.values());
                    say("round %d is the best so far", round);
                }
            }
            progress = new Progress(round, best);
            keep(folder.resolve(STATE), progress);
        }
    }

    /** The last whole round and the best score of a validation. */
    private record Progress(int round, double best) {}

    private Progress resume(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Progress(0, -1);
        }
        Map<String, float[]> state = Checkpoint.read(file);
        parameters.set(state);
        optimiser.set(state);
        float[] progress = state.get(PROGRESS);
        say("going on after round %d", (int) progress[0]);
        return new Progress((int) progress[0], progress[1]);
    }

    private void keep(Path file, Progress progress) throws IOException {
        Map<String, float[]> state = new LinkedHashMap<>(parameters.values());
        state.putAll(optimiser.state());
        state.put(PROGRESS, new float[] {progress.round(), (float) progress.best()});
        Checkpoint.save(file, state);
    }

    /** The batches of a round in random order, the same whether or not the run was broken off before. */
    private List<List<Example>> batches(int round, List<List<Example>> targets) {
        random.setSeed(plan.seed() * 1_000L + round);
        List<Example> passages = Neighbours.joined(data.passages(), plan.joined(), random);
        List<List<Example>> batches = new ArrayList<>(Batches.shuffled(passages, plan.batch(), random));
        batches.addAll(targets.subList(share(targets, round - 1), share(targets, round)));
        Collections.shuffle(batches, random);
        return batches;
    }

    private int share(List<List<Example>> targets, int round) {
        return targets.size() * round / plan.rounds();
    }

    private List<List<Example>> targetBatches() {
        random.setSeed(plan.seed());
        List<List<Example>> batches = new ArrayList<>();
        double left = plan.targetEpochs();
        while (left > 0) {
            List<List<Example>> epoch = Batches.shuffled(data.targets(), plan.batch(), random);
            batches.addAll(epoch.subList(0, (int) (epoch.size() * Math.min(1, left))));
            left -= 1;
        }
        return batches;
    }

    private double step(List<Example> batch, double rateShare) {
        try (NDManager step = manager.newSubManager()) {
            parameters.lendTo(step);
            optimiser.lendTo(step);
            EncoderInput input = EncoderInput.of(step, batch, plan.hidden(), random);
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray batchLoss = loss.loss(step, network.hidden(input, true), input, batch);
                collector.backward(batchLoss);
                value = batchLoss.getFloat();
            }
            if (!optimiser.step(step, plan.encoderRate() * rateShare, plan.headRate() * rateShare)) {
                say("a batch of %d was left out: its gradient is not finite", batch.size());
            }
            return Double.isFinite(value) ? value : 0;
        }
    }

    /** Mean of the figures that matter, on what did not train. */
    private double validate(int round) {
        return data.validationPassages().isEmpty() ? validateTargets(round) : validateAll(round);
    }

    private double validateTargets(int round) {
        HeadsFile heads = HeadsFile.of(
                parameters.values(), data.labels(), 0, new float[data.labels().terms().size()]);
        HiddenStates encoder = new TorchHiddenStates(manager, parameters, network);
        double target = Evaluation.targetF1(
                data.validationTargets(), Evaluation.readings(data.validationTargets(), encoder, heads));
        say("round %d validated: target %.3f", round, target);
        return target;
    }

    private double validateAll(int round) {
        int terms = data.labels().terms().size();
        HiddenStates encoder = new TorchHiddenStates(manager, parameters, network);
        HeadsFile heads = HeadsFile.of(parameters.values(), data.labels(), 0, new float[terms]);
        List<HeadReader.Reading> passages = Evaluation.readings(data.validationPassages(), encoder, heads);
        List<HeadReader.Reading> targets = Evaluation.readings(data.validationTargets(), encoder, heads);
        float[] thresholds = Thresholds.of(data.validationPassages(), passages, terms);
        TermFigures figures = TermFigures.of(data.validationPassages(), passages, thresholds);
        double tie = Evaluation.tieF1(data.validationPassages(), passages);
        double target = Evaluation.targetF1(data.validationTargets(), targets);
        say(
                "round %d validated: terms micro %.3f macro %.3f, status %.3f, stage %.3f, tie %.3f, target %.3f, thresholds %.2f",
                round,
                figures.micro(),
                figures.macro(),
                figures.status(),
                figures.stage(),
                tie,
                target,
                median(thresholds));
        return (figures.micro() + figures.status() + tie + target) / 4;
    }

    private static float median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void say(String format, Object... values) {
        out.printf(
                Locale.ROOT,
                "%5d s  %s%n",
                (System.nanoTime() - started) / 1_000_000_000L,
                String.format(Locale.ROOT, format, values));
    }
}
