package io.pactwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFilesTest {
    private static final String PASSAGE = "{\"id\":\"p1\",\"language\":\"en\",\"parties\":[\"Northwind\",\"Ostara\"],"
            + "\"date\":\"2025-06-16\",\"text\":\"Northwind invests.\",\"sentiment\":{\"label\":\"positive\"},"
            + "\"claims\":[{\"term\":\"INVESTMENT\",\"status\":\"proposed_or_negotiating\","
            + "\"value\":{\"amount\":1e9,\"currency\":\"USD\"},\"evidence\":\"Northwind invests\"}]}";

    @TempDir
    private Path folder;

    @Test
    void readsAPassageWithItsPair() throws IOException {
        LabelledText text = read(PASSAGE).get(0);

        assertThat(text.article().title()).isEqualTo("Northwind / Ostara");
        assertThat(text.tone()).isEqualTo("positive");
        assertThat(text.claims())
                .containsExactly(new LabelledClaim(
                        "INVESTMENT", ClaimStatus.NEGOTIATING, java.util.Set.of(1e9), "Northwind invests"));
    }

    @Test
    void refusesALineWithoutLabelsWithItsPlace() {
        assertThatThrownBy(() -> read(PASSAGE + "\n{\"id\":\"p2\"}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 2: not a labelled article or passage");
    }

    @Test
    void countsAClaimOfAnotherGroupAsSurplusAndMiss() throws IOException {
        ClaimFigures figures = new ClaimFigures();
        figures.add(read(PASSAGE).get(0), List.of(claim(ClaimStatus.NEW)));

        assertThat(figures.facts().precision()).isZero();
        assertThat(figures.terms().f1()).isEqualTo(1);
        assertThat(figures.differences()).containsExactly("p1 missed INVESTMENT TALKS", "p1 surplus INVESTMENT FRESH");
    }

    @Test
    void aMissingToneCountsAsNeutralAndAsAbstained() throws IOException {
        ToneFigures figures = new ToneFigures();
        figures.add(read(PASSAGE).get(0), Optional.empty());

        assertThat(figures.lines()).contains("abstained           1.000");
        assertThat(figures.differences()).containsExactly("p1 is positive, found neutral");
    }

    private static Claim claim(ClaimStatus status) {
        return new Claim(
                "INVESTMENT",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                Stage.ANNOUNCED,
                Optional.empty(),
                new Evidence("Northwind", 0, 9));
    }

    private List<LabelledText> read(String lines) throws IOException {
        return new LabelledFiles(List.of()).read(Files.writeString(folder.resolve("texts.jsonl"), lines));
    }
}
