package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.model.linear.LinearHeads;
import io.pactwatch.analysis.model.linear.LinearModel;
import io.pactwatch.analysis.model.linear.StatusFeatures;
import io.pactwatch.analysis.model.linear.TargetFeatures;
import io.pactwatch.analysis.model.linear.TermFocus;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.evaluate.LabelledTarget;
import io.pactwatch.evaluate.PassageSplit;
import io.pactwatch.evaluate.TargetFiles;
import io.pactwatch.train.article.ArticleParts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * Trains the fast tier. Arguments: the folder of labelled passages, the training file of NewsMTSC, the file to write. What is
 * chosen is chosen by cross-validation on the passages that are not the test part; the test part is measured last, and the
 * model that is written has not seen it.
 */
public final class TrainLinear {
    private static final Learner TARGET = new LinearTrainer(1 << 19, 8, 0.05, 0.005, true);
    private static final Learner TIE = new SvmTrainer(1 << 17, 0.1, 1);
    private static final Learner TERMS = new SvmTrainer(1 << 18, 0.05, 3);
    private static final Learner STATUS = new SvmTrainer(1 << 17, 0.1, 2);

    /** Passages on thin terms and statuses, which train alone. */
    private static final Path SUPPLEMENT = Path.of("src", "train", "data");

    private static final Path ARTICLES = Path.of("src", "train", "articles", "train.jsonl");

    private final CentreReader reader;
    private final List<Centre> learnt = new ArrayList<>();
    private final List<Centre> test = new ArrayList<>();
    private final List<Sample> targets;
    private final List<String> terms = RuleBook.standard().catalogue().terms().stream()
            .map(TermDefinition::name)
            .toList();

    private TrainLinear(Path passages, Path sentences) throws IOException {
        reader = new CentreReader();
        for (LabelledPassages.Labelled passage : reader.passages(passages)) {
            (passage.split() == PassageSplit.TEST ? test : learnt).addAll(reader.centres(passage));
        }
        for (Path folder : List.of(SUPPLEMENT, parts())) {
            for (LabelledPassages.Labelled passage : reader.passages(folder)) {
                learnt.addAll(reader.centres(passage));
            }
        }
        List<LabelledTarget> labelled = TargetFiles.read(sentences);
        targets = labelled.stream().map(TrainLinear::target).toList();
        learnt.addAll(reader.withoutClaims(labelled));
        System.out.println("sentences: learnt " + learnt.size() + ", test " + test.size() + "; targets " + targets.size());
    }

    /** A folder with the labelled articles that train, in parts. */
    private static Path parts() throws IOException {
        Path folder = Files.createTempDirectory("pactwatch-article-parts");
        ArticleParts.cut(ARTICLES, folder.resolve("article-parts.jsonl"));
        return folder;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: PASSAGES-FOLDER NEWSMTSC-TRAIN.jsonl FILE");
        }
        new TrainLinear(Path.of(arguments[0]), Path.of(arguments[1])).train(Path.of(arguments[2]));
    }

    private void train(Path file) throws IOException {
        HeadTraining<Tone> target = HeadTraining.of(Tone.class, targets, TARGET);
        System.out.println(target.figures("target", targets));
        List<Centre> toned = learnt.stream().filter(centre -> centre.tone().isPresent()).toList();
        List<Sample> ties = toned.stream().map(this::tie).toList();
        HeadTraining<Tone> tie = HeadTraining.of(Tone.class, ties, TIE);
        System.out.println(tie.figures("tie", ties));
        TermTraining term = TermTraining.of(terms, learnt, TERMS);
        System.out.println(TermFigures.lines(term.found(), terms, term.head().threshold()) + ", threshold "
                + term.head().threshold());
        List<LinearModel> folds = term.validation().folds();
        List<Sample> statuses = claims(learnt, folds, ClaimStatus.class);
        HeadTraining<ClaimStatus> status = HeadTraining.of(ClaimStatus.class, statuses, STATUS);
        System.out.println(status.figures("status", statuses));
        List<Sample> stages = claims(learnt, folds, Stage.class);
        HeadTraining<Stage> stage = HeadTraining.of(Stage.class, stages, STATUS);
        System.out.println(stage.figures("stage", stages));
        LinearHeads heads = new LinearHeads(target.head(), tie.head(), term.head(), status.head(), stage.head());
        try (OutputStream out = Files.newOutputStream(file)) {
            heads.write(out);
        }
        System.out.println(file.getFileName() + ": " + Files.size(file) + " bytes");
        new TestFigures(terms, reader).lines(heads, test).forEach(System.out::println);
    }

    private static Sample target(LabelledTarget labelled) {
        String[] group = labelled.id().split("_");
        return new Sample(
                TargetFeatures.of(Folding.fold(labelled.text()), labelled.target()),
                shares(Tone.valueOf(labelled.tone().toUpperCase(Locale.ROOT))),
                1,
                group.length > 2 ? group[0] + group[1] + group[2] : labelled.text(),
                true);
    }

    private Sample tie(Centre centre) {
        return new Sample(
                reader.tie(centre),
                shares(centre.tone().orElseThrow()),
                1.0 / centre.sentences(),
                centre.group(),
                centre.english());
    }

    /** One sample for each claim, with the focus that a model finds that has not seen the sentence. */
    private <E extends Enum<E>> List<Sample> claims(List<Centre> centres, List<LinearModel> folds, Class<E> type) {
        List<Sample> samples = new ArrayList<>();
        for (Centre centre : centres) {
            for (LabelledPassages.Label label : new LinkedHashSet<>(centre.claims())) {
                TermFocus focus =
                        TermFocus.of(centre.words(), folds.get(centre.fold()), terms.indexOf(label.term()));
                Enum<?> value = type == Stage.class ? label.stage() : label.status();
                samples.add(new Sample(
                        StatusFeatures.of(centre.words(), label.term(), focus),
                        shares(type.cast(value)),
                        1,
                        centre.group(),
                        centre.english()));
            }
        }
        return samples;
    }

    private static <E extends Enum<E>> float[] shares(E value) {
        float[] shares = new float[value.getDeclaringClass().getEnumConstants().length];
        shares[value.ordinal()] = 1;
        return shares;
    }
}
