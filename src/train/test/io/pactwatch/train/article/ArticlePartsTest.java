package io.pactwatch.train.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.analysis.model.PassageSetting;
import io.pactwatch.analysis.model.PassageSetting.Place;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticlePartsTest {
    private static final String ARTICLE =
            """
            {"id": "a", "language": "en", "title": "Brandt and Kestrel make up", "publishedAt": "2025-03-01",
             "partnership": ["Brandt Automotive", "Kestrel"], "sentiment": {"label": "positive", "score": 0.5},
             "text": "Brandt trusts Kestrel again. Kestrel said it will stay.\\n\\nIt rained. Oil fell. Gold rose.\\n\\nBrandt owns 5% of Kestrel. Brandt owns 5% of Kestrel.",
             "paragraphTones": [0.6, null, -0.4],
             "terms": [{"term": "EQUITY_STAKE", "status": "in_force", "start": START, "evidence": "Brandt owns 5% of Kestrel"}]}
            """;

    private static List<JsonNode> parts(int start) throws Exception {
        return ArticleParts.parts(new ObjectMapper().readTree(ARTICLE.replace("START", String.valueOf(start))));
    }

    @Test
    void theHeadlineIsAPartWithTheToneOfTheArticleAndWithoutLabelledClaims() throws Exception {
        JsonNode headline = parts(90).get(0);

        assertThat(headline.path("text").asText()).isEqualTo("Brandt and Kestrel make up");
        assertThat(headline.at("/sentiment/label").asText()).isEqualTo("positive");
        assertThat(headline.has("claims")).isFalse();
    }

    @Test
    void aClaimBelongsToThePartWhereItsEvidenceStands() throws Exception {
        for (int start : new int[] {90, 117}) {
            List<JsonNode> with = parts(start).stream()
                    .filter(part -> !part.path("claims").isEmpty())
                    .toList();

            assertThat(with).hasSize(1);
            assertThat(with.get(0).path("text").asText()).contains("Brandt owns 5% of Kestrel");
            assertThat(with.get(0).at("/claims/0/stage").asText()).isEqualTo("EFFECTIVE");
        }
    }

    @Test
    void aPartKnowsItsHeadlineAndWhereItStands() throws Exception {
        JsonNode last = parts(90).get(parts(90).size() - 1);

        assertThat(PassageSettings.of(last))
                .isEqualTo(new PassageSetting("Brandt and Kestrel make up", Optional.of(YearMonth.of(2025, 3)), Place.END));
        assertThat(PassageSettings.of(parts(90).get(0)).headline()).isEmpty();
    }

    @Test
    void aPartHasTheMeanToneOfItsParagraphsTheLeadThatOfTheArticle() throws Exception {
        List<JsonNode> parts = parts(90);

        assertThat(parts).allMatch(part -> part.path("text").asText().matches("(?s).*(Brandt|Kestrel).*"));
        assertThat(parts.get(1).at("/sentiment/score").asDouble()).isEqualTo(0.5);
        assertThat(parts.get(parts.size() - 1).at("/sentiment/label").asText()).isEqualTo("negative");
    }
}
