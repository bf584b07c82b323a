package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.Models;
import io.pactwatch.analysis.model.PassageModel;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.evaluate.PassageSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures a tier as it ships on the test part of the labelled passages: terms by sentence, and the status of the labelled terms
 * that it finds possible at all. Arguments: the tier, {@code fast} or {@code accurate}, the probability from which a term counts
 * as found, and the folder of the passages.
 */
public final class MeasureTier {
    private static final List<String> TERMS = RuleBook.standard().catalogue().terms().stream()
            .map(TermDefinition::name)
            .toList();

    private MeasureTier() {}

    public static void main(String[] arguments) throws IOException {
        PassageModel model = Models.load(TierSetting.valueOf(arguments[0].toUpperCase(Locale.ROOT)))
                .model()
                .orElseThrow();
        CentreReader reader = new CentreReader();
        List<TermFigures.Found> found = new ArrayList<>();
        Map<String, Confusion> statuses = new TreeMap<>();
        for (LabelledPassages.Labelled passage : reader.passages(Path.of(arguments[2]))) {
            if (passage.split() == PassageSplit.TEST) {
                for (Centre centre : reader.centres(passage)) {
                    PassageReading reading = model.read(List.of(centre.words().passage())).get(0);
                    found.add(new TermFigures.Found(centre, probabilities(reading)));
                    addStatuses(centre, reading, statuses);
                }
            }
        }
        System.out.println(TermFigures.lines(found, TERMS, Double.parseDouble(arguments[1])));
        statuses.forEach((name, counts) -> System.out.println("status   " + name + ": " + counts));
    }

    private static double[] probabilities(PassageReading reading) {
        return TERMS.stream()
                .mapToDouble(term -> reading.term(term).map(TermReading::probability).orElse(0.0))
                .toArray();
    }

    private static void addStatuses(Centre centre, PassageReading reading, Map<String, Confusion> statuses) {
        String language = centre.english() ? "en" : "other";
        String wording = centre.plain() ? " plain" : " varied";
        for (LabelledPassages.Label label : new LinkedHashSet<>(centre.claims())) {
            Optional<ClaimStatus> status = reading.term(label.term())
                    .flatMap(TermReading::status)
                    .map(distribution -> distribution.best());
            for (String name : List.of(language, language + wording)) {
                status.ifPresent(told -> statuses.computeIfAbsent(name, key -> new Confusion())
                        .add(label.status().ordinal(), told.ordinal()));
            }
        }
    }
}
