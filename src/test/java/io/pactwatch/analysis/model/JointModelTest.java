package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JointModelTest {
    private static final Passage ENGLISH = new Passage("They pay.", new Span(0, 9), List.of(), List.of(), "en");
    private static final Passage GERMAN = new Passage("Sie zahlen.", new Span(0, 11), List.of(), List.of(), "de");

    private final PassageModel sure = new Fixed(Tier.ACCURATE, 0.9, ClaimStatus.NEW, 0.8);
    private final PassageModel unsure = new Fixed(Tier.FAST, 0.3, ClaimStatus.ENDED, 0.6);
    private final PassageModel joint = new JointModel(sure, unsure);

    @Test
    void takesTheMeanOfTermsAndStatuses() {
        TermReading term = joint.read(List.of(ENGLISH)).get(0).term("MERGER").orElseThrow();

        assertThat(term.probability()).isCloseTo(0.6, within(1e-9));
        assertThat(term.status().orElseThrow().of(ClaimStatus.NEW)).isCloseTo(0.6, within(1e-9));
        assertThat(term.status().orElseThrow().of(ClaimStatus.ENDED)).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void takesTheToneOfTheFirst() {
        assertThat(joint.read(List.of(ENGLISH)).get(0).tie())
                .isEqualTo(sure.read(List.of(ENGLISH)).get(0).tie());
    }

    @Test
    void leavesAloneWhatTheFirstHandsOn() {
        assertThat(joint.read(List.of(GERMAN, ENGLISH, GERMAN)).get(2))
                .isEqualTo(sure.read(List.of(GERMAN)).get(0));
    }

    /** Reads every passage alike. */
    private record Fixed(Tier tier, double probability, ClaimStatus status, double certainty) implements PassageModel {
        @Override
        public Tier tierFor(String language) {
            return language.equals("en") ? tier : Tier.FAST;
        }

        @Override
        public Set<String> terms() {
            return Set.of("MERGER");
        }

        @Override
        public List<PassageReading> read(List<Passage> passages) {
            ClaimStatus other = status == ClaimStatus.NEW ? ClaimStatus.ENDED : ClaimStatus.NEW;
            TermReading term = new TermReading(
                    "MERGER",
                    probability,
                    Optional.of(new Distribution<>(Map.of(status, certainty, other, 1 - certainty))),
                    Optional.empty(),
                    new Span(0, 4));
            return passages.stream()
                    .map(passage -> new PassageReading(
                            Optional.of(Distribution.softmax(Tone.values(), new double[] {probability, 0, 0})),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(term)))
                    .toList();
        }
    }
}
