package io.pactwatch.analysis.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearPassageModelTest {
    private static final LinearPassageModel MODEL = LinearPassageModel.standard();

    @Test
    void readsAnInvestmentAsNewAndGood() {
        PassageReading reading =
                read("Acme will invest $3 billion in Globex, the two firms announced on Monday.", "en");

        TermReading first = reading.terms().get(0);
        assertThat(first.term()).isEqualTo("INVESTMENT");
        assertThat(first.probability()).isGreaterThan(0.3);
        assertThat(first.status().orElseThrow().best()).isEqualTo(ClaimStatus.NEW);
        assertThat(reading.tie().orElseThrow().best()).isEqualTo(Tone.POSITIVE);
    }

    @Test
    void putsTheFocusInsideTheCentre() {
        String before = "Acme was founded in a garage. ";
        String centre = "It now holds a 12 percent stake in Globex.";
        String text = before + centre;
        Span span = new Span(before.length(), text.length());
        Passage passage = new Passage(
                text, span, List.of(new Span(0, 4)), List.of(new Span(text.length() - 7, text.length() - 1)), "en");

        PassageReading reading = MODEL.read(List.of(passage)).get(0);

        assertThat(reading.terms().get(0).term()).isEqualTo("EQUITY_STAKE");
        assertThat(reading.terms())
                .allSatisfy(term -> assertThat(span.covers(term.focus())).isTrue());
    }

    @Test
    void findsNoTermInOrdinaryNews() {
        PassageReading reading =
                read("Acme said on Tuesday that its staff had planted trees near the river with Globex.", "en");

        assertThat(reading.terms())
                .allSatisfy(term -> assertThat(term.probability()).isLessThan(0.3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            de | Acme hält künftig 27 Prozent der Anteile an Globex.
            fr | Acme détient désormais une participation de 27 % au capital de Globex.
            es | Acme posee ahora una participación del 27 % en el capital de Globex.
            ko | Acme는 Globex의 지분 27%를 보유하게 됐다.
            ja | AcmeはGlobexの株式の27%を保有する。
            zh | Acme将持有Globex 27%的股份。
            """)
    void readsAStakeInEveryLanguage(String language, String text) {
        PassageReading reading = read(text, language);

        assertThat(reading.terms().get(0).term()).isEqualTo("EQUITY_STAKE");
        assertThat(reading.terms().get(0).probability()).isLessThanOrEqualTo(0.9);
        assertThat(reading.tie()).isPresent();
    }

    @Test
    void tellsNothingOfLanguagesThatItDoesNotRead() {
        assertThat(read("Acme investirà 3 miliardi in Globex.", "it")).isEqualTo(PassageReading.UNKNOWN);
        assertThat(read("Acme, Globex.", "und")).isEqualTo(PassageReading.UNKNOWN);
        assertThat(MODEL.towards("Acme hat Globex verklagt.", List.of(new Span(0, 4)), "de"))
                .isEmpty();
    }

    @Test
    void tellsTheToneTowardsItsTarget() {
        String text = "Critics accused Acme of fraud and lies, while Globex won praise for its brilliant work.";

        Distribution<Tone> blamed = towards(text, "Acme");
        Distribution<Tone> praised = towards(text, "Globex");

        assertThat(blamed.best()).isEqualTo(Tone.NEGATIVE);
        assertThat(praised.of(Tone.POSITIVE)).isGreaterThan(blamed.of(Tone.POSITIVE));
    }

    @Test
    void isOfTheFastTierAndKnowsTheTermsOfTheCatalogue() {
        assertThat(MODEL.tier()).isEqualTo(Tier.FAST);
        assertThat(MODEL.terms()).contains("INVESTMENT", "LITIGATION").hasSize(33);
    }

    @Property(tries = 200)
    void readsAnyText(@ForAll("texts") String text, @ForAll("languages") String language) {
        int middle = text.length() / 2;
        Passage passage = new Passage(
                text,
                new Span(0, text.length()),
                List.of(new Span(0, middle)),
                List.of(new Span(middle, text.length())),
                language);

        PassageReading reading = MODEL.read(List.of(passage)).get(0);

        assertThat(reading.terms()).allMatch(term -> term.probability() >= PassageReading.FLOOR);
        MODEL.towards(text, List.of(new Span(middle, text.length())), language);
        MODEL.towards(text, List.of(new Span(0, text.length())), language);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
        Arbitrary<String> words = Arbitraries.of(
                        "Acme", "won't", "지분", "株式", "27%", "😀", "\u0000", "שלום", "-", "n't", "'s")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(any, words, words.map(text -> text.repeat(300)));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "de", "fr", "es", "ko", "ja", "zh", "it", "und");
    }

    @Test
    void refusesAFileThatHoldsNoHeads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var deflated = new java.util.zip.DeflaterOutputStream(out)) {
            deflated.write(new byte[100]);
        }

        assertThatThrownBy(() -> LinearHeads.read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a file of linear models");
    }

    private static PassageReading read(String text, String language) {
        return MODEL.read(List.of(new Passage(
                        text,
                        new Span(0, text.length()),
                        List.of(place(text, "Acme")),
                        List.of(place(text, "Globex")),
                        language)))
                .get(0);
    }

    private static Distribution<Tone> towards(String text, String target) {
        return MODEL.towards(text, List.of(place(text, target)), "en").orElseThrow();
    }

    private static Span place(String text, String name) {
        int start = text.indexOf(name);
        return new Span(start, start + name.length());
    }
}
