package io.pactwatch.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleTextTest {

    @Test
    void splitsAfterFullStopsButNotInNumbersAndAbbreviations() {
        assertThat(
                        sentences(
                                "Mr. Lee paid $6.6 billion. J. Smith of Acme Inc. left. \"Why?\" he asked. It grew 1.5 percent."))
                .containsExactly(
                        "Mr. Lee paid $6.6 billion.",
                        "J. Smith of Acme Inc. left.",
                        "\"Why?\" he asked.",
                        "It grew 1.5 percent.");
    }

    @Test
    void splitsWhereTheBlankIsMissing() {
        assertThat(sentences("They share one technology.The giant remains alone."))
                .hasSize(2);
        assertThat(sentences("He reads example.com and node.js daily.")).hasSize(1);
    }

    @Test
    void splitsSixOtherLanguages() {
        assertThat(sentences("Am 3. Oktober kam er. Dann ging er.")).hasSize(2);
        assertThat(sentences("Il est venu. Puis il est parti.")).hasSize(2);
        assertThat(sentences("양사는 합의했다. 계약은 끝났다.")).hasSize(2);
        assertThat(sentences("両社は合意した。契約は終わった。")).hasSize(2);
        assertThat(sentences("双方达成协议。合同到期。")).hasSize(2);
    }

    @Test
    void leavesOutFurnitureAndKeepsOffsets() {
        String body =
                "Home | News | Sport | Log in\nWe value your privacy. Accept all / Manage options\n\nThe two firms agreed.\n\n"
                        + "Related articles\nTen soups for cold evenings\nCopyright Example. All rights reserved.\n"
                        + "This site uses Akismet to reduce spam.";
        ArticleText text = new ArticleText("Title", body);
        List<ArticleText.Sentence> read = text.sentences().stream()
                .filter(sentence -> !sentence.headline())
                .toList();

        assertThat(read).hasSize(1);
        int start = read.get(0).span().start() - text.bodyStart();
        assertThat(body.substring(start)).startsWith("The two firms agreed.");
    }

    @Test
    void joinsWrappedLines() {
        assertThat(sentences("The two firms\nagreed on it.")).hasSize(1);
    }

    @Test
    void identifiesLanguages() {
        assertThat(language("The two companies have agreed and it is good for the market"))
                .isEqualTo("en");
        assertThat(language("Die beiden Unternehmen haben sich auf den Vertrag geeinigt und das ist gut"))
                .isEqualTo("de");
        assertThat(language("Les deux groupes ont conclu un accord pour la fourniture de puces dans le pays"))
                .isEqualTo("fr");
        assertThat(language("Las dos empresas firmaron el acuerdo y la alianza se amplía con más inversión"))
                .isEqualTo("es");
        assertThat(language("양사는 계약을 연장했다")).isEqualTo("ko");
        assertThat(language("両社は契約を延長した")).isEqualTo("ja");
        assertThat(language("双方延长了合同")).isEqualTo("zh");
        assertThat(language("1234")).isEqualTo("und");
    }

    private static String language(String text) {
        return LanguageIdentifier.STANDARD.identify(Folding.fold(text), Optional.empty());
    }

    private static List<String> sentences(String body) {
        ArticleText text = new ArticleText("", body);
        return text.sentences().stream()
                .map(sentence -> text.text()
                        .substring(sentence.span().start(), sentence.span().end()))
                .toList();
    }
}
