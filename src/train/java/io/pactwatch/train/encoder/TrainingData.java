package io.pactwatch.train.encoder;

import io.pactwatch.analysis.model.WordPiece;
import io.pactwatch.evaluate.PassageSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * All examples, by what they are for.
 *
 * @param passages that train
 * @param targets that train
 * @param validationPassages that choose checkpoints and thresholds
 * @param validationTargets held out of the news sentences, the same
 * @param variedTest passages in words of their own, measured once
 * @param plainTest passages in the wording of news, measured once
 * @param targetTest news sentences, measured once
 * @param supplement how many of the passages were written for training alone
 * @param headlines how many of the targets are from headlines
 */
record TrainingData(
        LabelSet labels,
        List<Example> passages,
        List<Example> targets,
        List<Example> validationPassages,
        List<Example> validationTargets,
        List<Example> variedTest,
        List<Example> plainTest,
        List<Example> targetTest,
        int supplement,
        int headlines) {

    /**
     * @param trainOnly folders with passages that neither choose nor measure
     * @param headlines how many of the headlines train; a random part, the same for a seed
     */
    static TrainingData read(
            Path claims, List<Path> trainOnly, Path sentiment, WordPiece tokenizer, int maxTokens, int headlines, long seed)
            throws IOException {
        List<LabelledPassage> passages = new ArrayList<>(PassageFile.read(claims, PassageFile.LANGUAGES));
        List<LabelledPassage> more = new ArrayList<>();
        for (Path folder : trainOnly) {
            more.addAll(PassageFile.read(folder, PassageFile.LANGUAGES));
        }
        more.stream().map(LabelledPassage::forTraining).forEach(passages::add);
        LabelSet labels = LabelSet.of(passages);
        ExampleBuilder builder = new ExampleBuilder(tokenizer, labels, maxTokens);
        List<TargetTone> news = TargetToneFiles.newsSentences(sentiment.resolve("newsmtsc-train.jsonl"));
        List<TargetTone> titles = new ArrayList<>(TargetToneFiles.headlines(sentiment.resolve("sentfin-train.csv")));
        Collections.shuffle(titles, new Random(seed));
        List<Example> targets = new ArrayList<>();
        news.stream().filter(tone -> !tone.isHeldOut()).map(builder::example).forEach(targets::add);
        titles.stream().limit(headlines).map(builder::example).forEach(targets::add);
        return new TrainingData(
                labels,
                passages(passages, builder, PassageSplit.TRAIN),
                targets,
                passages(passages, builder, PassageSplit.VALIDATION),
                news.stream().filter(TargetTone::isHeldOut).map(builder::example).toList(),
                passages(passages.stream().filter(each -> !each.plain()).toList(), builder, PassageSplit.TEST),
                passages(passages.stream().filter(LabelledPassage::plain).toList(), builder, PassageSplit.TEST),
                TargetToneFiles.newsSentences(sentiment.resolve("newsmtsc-devtest_mt.jsonl")).stream()
                        .map(builder::example)
                        .toList(),
                more.size(),
                Math.min(headlines, titles.size()));
    }

    private static List<Example> passages(List<LabelledPassage> all, ExampleBuilder builder, PassageSplit split) {
        return all.stream()
                .filter(passage -> passage.split() == split)
                .map(builder::example)
                .filter(example -> !example.centres().isEmpty() || example.tie().isPresent())
                .toList();
    }

    /** The targets alone. */
    TrainingData withoutPassages() {
        return new TrainingData(
                labels,
                List.of(),
                targets,
                List.of(),
                validationTargets,
                List.of(),
                List.of(),
                targetTest,
                0,
                headlines);
    }

    /** A few examples of each kind, to see that everything works. */
    TrainingData sample(int size) {
        return new TrainingData(
                labels,
                first(passages, size),
                first(targets, size),
                first(validationPassages, size),
                first(validationTargets, size),
                first(variedTest, size),
                first(plainTest, size),
                first(targetTest, size),
                supplement,
                headlines);
    }

    private static List<Example> first(List<Example> examples, int size) {
        return examples.subList(0, Math.min(size, examples.size()));
    }
}
