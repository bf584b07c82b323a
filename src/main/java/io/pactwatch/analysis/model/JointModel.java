package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two models that err in different places: the probabilities of terms, statuses and stages are the means of both, tone is
 * that of the first. Passages that the first hands on are read as it says. Thread-safe if both are.
 */
final class JointModel implements PassageModel {
    private final PassageModel first;
    private final PassageModel second;

    JointModel(PassageModel first, PassageModel second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Tier tier() {
        return first.tier();
    }

    @Override
    public Tier tierFor(String language) {
        return first.tierFor(language);
    }

    /** Those that both know: of others there is no mean. */
    @Override
    public Set<String> terms() {
        Set<String> common = new LinkedHashSet<>(first.terms());
        common.retainAll(second.terms());
        return common;
    }

    @Override
    public List<PassageReading> read(List<Passage> passages) {
        List<PassageReading> readings = new ArrayList<>(first.read(passages));
        List<Integer> shared = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            if (tierFor(passages.get(i).language()) == tier()) {
                shared.add(i);
            }
        }
        List<PassageReading> others =
                second.read(shared.stream().map(passages::get).toList());
        for (int i = 0; i < shared.size(); i++) {
            int place = shared.get(i);
            readings.set(place, joint(readings.get(place), others.get(i)));
        }
        return readings;
    }

    @Override
    public Optional<Distribution<Tone>> towards(String text, List<Span> target, String language) {
        return first.towards(text, target, language);
    }

    private PassageReading joint(PassageReading one, PassageReading other) {
        if (one.isUnknown() || other.isUnknown()) {
            return one;
        }
        List<TermReading> terms = new ArrayList<>();
        for (String name : terms()) {
            Optional<TermReading> here = one.term(name);
            Optional<TermReading> there = other.term(name);
            double mean = (probability(here) + probability(there)) / 2;
            if (mean >= PassageReading.FLOOR) {
                TermReading told = here.or(() -> there).orElseThrow();
                terms.add(new TermReading(
                        name,
                        mean,
                        mean(here.flatMap(TermReading::status), there.flatMap(TermReading::status)),
                        mean(here.flatMap(TermReading::stage), there.flatMap(TermReading::stage)),
                        told.focus()));
            }
        }
        terms.sort(Comparator.comparingDouble(TermReading::probability).reversed());
        return new PassageReading(one.tie(), one.firstToSecond(), one.secondToFirst(), terms);
    }

    private static double probability(Optional<TermReading> reading) {
        return reading.map(TermReading::probability).orElse(0.0);
    }

    private static <E extends Enum<E>> Optional<Distribution<E>> mean(
            Optional<Distribution<E>> one, Optional<Distribution<E>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        Map<E, Double> sums = new EnumMap<>(one.get().probabilities());
        sums.replaceAll((constant, probability) -> probability / 2);
        other.get()
                .probabilities()
                .forEach((constant, probability) -> sums.merge(constant, probability / 2, Double::sum));
        return Optional.of(new Distribution<>(sums));
    }
}
