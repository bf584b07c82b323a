package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EncoderModelTest {
    private static final EncoderModel MODEL = EncoderModel.of(TinyEncoder.files(), Optional.empty());

    @Test
    void readsATermWithStatusStageAndTheWordsThatCarriedIt() {
        Passage passage = passage("Northwind is now the sole cloud of Ostara.");

        TermReading term = read(passage).term(TinyEncoder.TERM).orElseThrow();

        assertThat(term.probability()).isGreaterThan(0.9);
        assertThat(term.status().orElseThrow().best()).isEqualTo(ClaimStatus.NEW);
        assertThat(term.stage().orElseThrow().best()).isEqualTo(Stage.ANNOUNCED);
        assertThat(passage.text().substring(term.focus().start(), term.focus().end()))
                .isEqualTo("sole");
    }

    @Test
    void readsAStatusFromWordsOutsideTheSentence() {
        String text = "Northwind is the sole cloud of Ostara. Now it ends.";
        Passage passage = new Passage(text, new Span(0, 38), List.of(), List.of(), "en");

        assertThat(read(passage)
                        .term(TinyEncoder.TERM)
                        .orElseThrow()
                        .status()
                        .orElseThrow()
                        .best())
                .isEqualTo(ClaimStatus.ENDED);
    }

    @Test
    void readsOnlyTheCentre() {
        String text = "Northwind is the cloud. Northwind is the sole cloud of Ostara.";
        Passage first = new Passage(text, new Span(0, 23), List.of(), List.of(), "en");
        Passage second = new Passage(text, new Span(24, text.length()), List.of(), List.of(), "en");

        assertThat(read(first).term(TinyEncoder.TERM)).isEmpty();
        assertThat(read(second).term(TinyEncoder.TERM)).isPresent();
    }

    @Test
    void readsTheToneTowardsTheTieAndOfTheFirstNamedTowardsTheOther() {
        PassageReading love = read(passage("Northwind loves Ostara."));
        PassageReading hate = read(passage("Ostara hates Northwind."));

        assertThat(love.tie().orElseThrow().best()).isEqualTo(Tone.POSITIVE);
        assertThat(love.firstToSecond().orElseThrow().best()).isEqualTo(Tone.POSITIVE);
        assertThat(love.secondToFirst()).isEmpty();
        assertThat(hate.tie().orElseThrow().best()).isEqualTo(Tone.NEGATIVE);
        assertThat(hate.firstToSecond()).isEmpty();
        assertThat(hate.secondToFirst().orElseThrow().best()).isEqualTo(Tone.NEGATIVE);
    }

    @Test
    void readsAPassageAlikeInAnyCompany() {
        Passage passage = passage("Northwind is the sole cloud of Ostara.");
        List<Passage> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(passage("the ".repeat(i) + "Ostara hates Northwind."));
        }
        many.add(passage);

        assertThat(MODEL.read(many).get(20)).isEqualTo(read(passage));
    }

    @Test
    void handsOtherLanguagesOnAndKnowsNothingOfThemAlone() {
        Passage german = new Passage("Northwind ends.", new Span(0, 15), List.of(), List.of(), "de");
        EncoderModel both = EncoderModel.of(TinyEncoder.files(), Optional.of(MODEL_FOR_ANY));

        assertThat(read(german).isUnknown()).isTrue();
        assertThat(both.read(List.of(german)).get(0).tie()).contains(GOOD);
    }

    @Test
    void readsWithoutTheHeadsThatAFileLacks() {
        EncoderFiles files = TinyEncoder.files();
        EncoderModel model = EncoderModel.of(
                new EncoderFiles(
                        files.encoder(),
                        files.vocabulary(),
                        "{\"version\": 2, \"hidden\": 8, \"maxTokens\": 32}".getBytes(StandardCharsets.UTF_8)),
                Optional.empty());

        assertThat(model.terms()).isEmpty();
        assertThat(model.read(List.of(passage("Northwind loves Ostara.")))
                        .get(0)
                        .isUnknown())
                .isTrue();
    }

    @Test
    void saysWhichFileIsWrong() {
        EncoderFiles files = TinyEncoder.files();
        byte[] narrow = "{\"version\": 2, \"hidden\": 5, \"maxTokens\": 32}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EncoderModel.of(
                        new EncoderFiles(new byte[] {1, 2, 3}, files.vocabulary(), files.heads()), Optional.empty()))
                .hasMessageStartingWith("encoder: not a model that can be run");
        assertThatThrownBy(() -> EncoderModel.of(
                        new EncoderFiles(files.encoder(), files.vocabulary(), narrow), Optional.empty()))
                .hasMessage("hidden: 5, but the vectors of the encoder have 8 numbers");
        assertThatThrownBy(() -> EncoderModel.of(
                        new EncoderFiles(files.encoder(), files.vocabulary(), "{}".getBytes()), Optional.empty()))
                .hasMessage("version: '' is not 2");
    }

    @Property(tries = 200)
    void readsAnyTextOrKnowsNothingOfIt(@ForAll String text) {
        List<Span> whole = List.of(new Span(0, text.length()));

        List<PassageReading> readings = MODEL.read(List.of(
                new Passage(text, new Span(0, text.length()), whole, whole, "en"),
                new Passage(text, new Span(0, 0), List.of(), List.of(), "en")));

        assertThat(readings).hasSize(2);
        assertThat(readings.get(1).isUnknown()).isTrue();
        readings.get(0).terms().forEach(term -> assertThat(term.focus().end()).isLessThanOrEqualTo(text.length()));
    }

    private static PassageReading read(Passage passage) {
        return MODEL.read(List.of(passage)).get(0);
    }

    private static Passage passage(String text) {
        return new Passage(text, new Span(0, text.length()), places(text, "Northwind"), places(text, "Ostara"), "en");
    }

    private static List<Span> places(String text, String name) {
        int at = text.indexOf(name);
        return at < 0 ? List.of() : List.of(new Span(at, at + name.length()));
    }

    private static final Distribution<Tone> GOOD = Distribution.softmax(Tone.values(), new double[] {0, 0, 5});

    private static final PassageModel MODEL_FOR_ANY = new PassageModel() {
        @Override
        public Tier tier() {
            return Tier.FAST;
        }

        @Override
        public Set<String> terms() {
            return Set.of();
        }

        @Override
        public List<PassageReading> read(List<Passage> passages) {
            return passages.stream()
                    .map(passage ->
                            new PassageReading(Optional.of(GOOD), Optional.empty(), Optional.empty(), List.of()))
                    .toList();
        }
    };
}
