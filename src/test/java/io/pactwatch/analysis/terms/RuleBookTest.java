package io.pactwatch.analysis.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.article.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final YamlNode CUES = YamlNode.parse("my-cues.yaml", "lamp:\n  en: [lamp*]\n");

    @Test
    void theShippedCatalogueKnowsEveryTermOnce() {
        assertThat(RuleBook.standard().catalogue().terms()).hasSize(33);
    }

    @Test
    void refusesAnUnknownGroupWithItsLine() {
        assertThatThrownBy(
                        () -> book("terms:\n  - name: LAMP\n    definition: Light.\n    valueType: text\n    rules:\n"
                                + "      - {id: a, find: [lamq]}\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("my.yaml, line 6: no cue group is called 'lamq'");
    }

    @Test
    void refusesAnUnknownKeyWithItsLine() {
        assertThatThrownBy(() -> book("terms:\n  - name: LAMP\n    definitoin: Light.\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("my.yaml, line 3: unknown key 'definitoin'");
    }

    @Test
    void refusesBrokenYamlWithItsLine() {
        assertThatThrownBy(() -> YamlNode.parse("my.yaml", "a: [b\nc: d\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("my.yaml, line 2:");
    }

    private static RuleBook book(String terms) {
        return new RuleBook(YamlNode.parse("my.yaml", terms), List.of(CUES));
    }
}
