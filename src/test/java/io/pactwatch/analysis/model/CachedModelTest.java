package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedModelTest {
    private final EncoderModel model = EncoderModel.of(TinyEncoder.files(), Optional.empty());
    private final CachedModel cached = new CachedModel(model, 3);

    @Test
    void readsEqualPassagesOnce() {
        List<Passage> passages = List.of(passage(1), passage(2));

        List<PassageReading> first = cached.read(passages);
        List<PassageReading> again = cached.read(List.of(passage(2), passage(1)));

        assertThat(again).containsExactly(first.get(1), first.get(0));
        assertThat(cached.misses()).isEqualTo(2);
        assertThat(cached.hits()).isEqualTo(2);
    }

    @Test
    void keepsNoMoreThanIsAllowedAndTheReadingsStayTheSame() {
        List<Passage> many =
                IntStream.range(0, 10).mapToObj(CachedModelTest::passage).toList();

        assertThat(cached.read(many)).isEqualTo(model.read(many));
        assertThat(cached.read(many)).isEqualTo(model.read(many));
        cached.read(List.of(passage(9)));

        assertThat(cached.hits()).isBetween(1L, 4L);
    }

    @Test
    void tellsTheTierAndTermsOfTheModel() {
        assertThat(cached.tier()).isEqualTo(Tier.ACCURATE);
        assertThat(cached.terms()).containsExactly(TinyEncoder.TERM);
    }

    private static Passage passage(int number) {
        String text = "the ".repeat(number) + "sole cloud of Ostara.";
        return new Passage(text, new Span(0, text.length()), List.of(), List.of(), "en");
    }
}
