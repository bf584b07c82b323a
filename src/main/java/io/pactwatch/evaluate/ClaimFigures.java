package io.pactwatch.evaluate;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.StatusGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well claims are found. A fact of a text is a term with a group of statuses: fresh (new, changed, ended), talks, or
 * background (the rest). Not thread-safe.
 */
public final class ClaimFigures {
    private final Counts facts = new Counts();
    private final Counts terms = new Counts();
    private final Counts statuses = new Counts();
    private final Map<StatusGroup, Counts> byGroup = new TreeMap<>();
    private final Map<String, Counts> byTerm = new TreeMap<>();
    private final Map<String, Counts> byLanguage = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<ClaimStatus, Counts> byStatus = new TreeMap<>();
    private int statusesOfTerms;
    private int rightStatuses;
    private int texts;
    private int quiet;
    private int falseAlarms;
    private int values;
    private int rightValues;

    private record Fact(String term, StatusGroup group) {
        boolean alerts() {
            return group != StatusGroup.BACKGROUND;
        }

        @Override
        public String toString() {
            return term + " " + group;
        }
    }

    /** Enters a text and the claims that were found in it. */
    public void add(LabelledText text, List<Claim> found) {
        texts++;
        Set<Fact> labelled = text.claims().stream()
                .map(claim -> new Fact(claim.term(), StatusGroup.of(claim.status())))
                .collect(Collectors.toSet());
        Set<Fact> got = found.stream()
                .map(claim -> new Fact(claim.term(), StatusGroup.of(claim.status())))
                .collect(Collectors.toSet());
        facts.add(labelled, got);
        byLanguage.computeIfAbsent(text.language(), key -> new Counts()).add(labelled, got);
        for (StatusGroup group : StatusGroup.values()) {
            byGroup.computeIfAbsent(group, key -> new Counts()).add(only(labelled, group), only(got, group));
        }
        Set<String> named = labelled.stream().map(Fact::term).collect(Collectors.toSet());
        Set<String> seen = got.stream().map(Fact::term).collect(Collectors.toSet());
        terms.add(named, seen);
        Set<String> all = new HashSet<>(named);
        all.addAll(seen);
        all.forEach(term -> byTerm.computeIfAbsent(term, key -> new Counts()).add(of(labelled, term), of(got, term)));
        statuses.add(
                text.claims().stream()
                        .map(claim -> claim.term() + " " + claim.status())
                        .collect(Collectors.toSet()),
                found.stream().map(claim -> claim.term() + " " + claim.status()).collect(Collectors.toSet()));
        statuses(text, found);
        if (labelled.stream().noneMatch(Fact::alerts)) {
            quiet++;
            falseAlarms += got.stream().anyMatch(Fact::alerts) ? 1 : 0;
        }
        values(text, found);
        differences(text.article().id(), labelled, got);
    }

    private static Set<Fact> only(Set<Fact> facts, StatusGroup group) {
        return facts.stream().filter(fact -> fact.group() == group).collect(Collectors.toSet());
    }

    private static Set<Fact> of(Set<Fact> facts, String term) {
        return facts.stream().filter(fact -> fact.term().equals(term)).collect(Collectors.toSet());
    }

    /** By status, and of the terms that were found, whether with the labelled status. */
    private void statuses(LabelledText text, List<Claim> found) {
        for (ClaimStatus status : ClaimStatus.values()) {
            byStatus.computeIfAbsent(status, key -> new Counts())
                    .add(
                            text.claims().stream()
                                    .filter(claim -> claim.status() == status)
                                    .map(LabelledClaim::term)
                                    .collect(Collectors.toSet()),
                            found.stream()
                                    .filter(claim -> claim.status() == status)
                                    .map(Claim::term)
                                    .collect(Collectors.toSet()));
        }
        for (LabelledClaim label : text.claims()) {
            Set<ClaimStatus> same = found.stream()
                    .filter(claim -> claim.term().equals(label.term()))
                    .map(Claim::status)
                    .collect(Collectors.toSet());
            if (!same.isEmpty()) {
                statusesOfTerms++;
                rightStatuses += same.contains(label.status()) ? 1 : 0;
            }
        }
    }

    private void values(LabelledText text, List<Claim> found) {
        for (LabelledClaim label : text.claims()) {
            List<Claim> same = found.stream()
                    .filter(claim -> claim.term().equals(label.term())
                            && StatusGroup.of(claim.status()) == StatusGroup.of(label.status()))
                    .toList();
            if (!label.numbers().isEmpty() && !same.isEmpty()) {
                values++;
                rightValues +=
                        same.stream().anyMatch(claim -> Numbers.meet(label.numbers(), Numbers.of(claim))) ? 1 : 0;
            }
        }
    }

    private void differences(String id, Set<Fact> labelled, Set<Fact> got) {
        labelled.stream()
                .filter(fact -> !got.contains(fact))
                .map(fact -> id + " missed " + fact)
                .sorted()
                .forEach(differences::add);
        got.stream()
                .filter(fact -> !labelled.contains(fact))
                .map(fact -> id + " surplus " + fact)
                .sorted()
                .forEach(differences::add);
    }

    public Counts facts() {
        return facts;
    }

    public Counts terms() {
        return terms;
    }

    public Counts of(StatusGroup group) {
        return byGroup.getOrDefault(group, new Counts());
    }

    /** Every fact that was missed or is surplus, a line each. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** The figures, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("texts               " + texts);
        lines.add("claims by group     " + facts.text());
        lines.add("claims by term      " + terms.text());
        lines.add("claims by status    " + statuses.text());
        lines.add("status given term   " + rightStatuses + " of " + statusesOfTerms + " right");
        lines.add(String.format(
                Locale.ROOT,
                "macro-F1 of terms   %.3f",
                byTerm.values().stream()
                        .filter(counts -> counts.labelled() > 0)
                        .mapToDouble(Counts::f1)
                        .average()
                        .orElse(0)));
        byGroup.forEach((group, counts) -> lines.add(row(group.name().toLowerCase(Locale.ROOT), counts)));
        lines.add("false alarms        " + falseAlarms + " of " + quiet + " texts without a fresh claim");
        lines.add("values              " + rightValues + " of " + values + " right");
        byStatus.forEach(
                (status, counts) -> lines.add(row("status " + status.name().toLowerCase(Locale.ROOT), counts)));
        byLanguage.forEach((language, counts) -> lines.add(row("language " + language, counts)));
        byTerm.forEach((term, counts) -> lines.add(row(term, counts)));
        return lines;
    }

    private static String row(String name, Counts counts) {
        return String.format(Locale.ROOT, "%-25s %s", name, counts.text());
    }
}
