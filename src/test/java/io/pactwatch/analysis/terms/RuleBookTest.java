package io.pactwatch.analysis.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.article.InvalidInputException;
import org.junit.jupiter.api.Test;

class RuleBookTest {
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

    @Test
    void ownTermsAreAddedToTheShippedOnes() {
        RuleBook book = book("cues:\n  lamp:\n    en: [lamp*]\nterms:\n  - name: LAMP\n    definition: Light.\n"
                + "    valueType: text\n    rules:\n      - {id: a, find: [lamp, $party]}\n");

        assertThat(book.catalogue().terms()).hasSize(34);
        assertThat(book.catalogue().find("LAMP")).isPresent();
        assertThat(book.catalogue().find("REVENUE_SHARE")).isPresent();
    }

    @Test
    void anOwnTermOfAKnownNameTakesItsPlaceWithAllRules() {
        RuleBook book = book("terms:\n  - name: MERGER\n    definition: Two become one.\n    valueType: text\n"
                + "    rules:\n      - {id: own, find: [merger_core]}\n");

        assertThat(book.catalogue().terms()).hasSize(33);
        assertThat(book.catalogue().find("MERGER"))
                .map(term -> term.definition())
                .contains("Two become one.");
        assertThat(book.rules("MERGER")).containsExactly("merger/own");
    }

    @Test
    void ownPhrasesJoinThoseOfAKnownGroup() {
        RuleBook book = book("cues:\n  merger_core:\n    en: [become one flesh]\n");

        assertThat(book.cues().find(Folding.fold("They become one flesh after the merger."), "en"))
                .filteredOn(
                        cue -> cue.group() == book.cues().find("merger_core").orElseThrow())
                .hasSize(2);
    }

    @Test
    void refusesATermThatIsGivenTwice() {
        String term = "  - name: LAMP\n    definition: Light.\n    valueType: text\n";

        assertThatThrownBy(() -> book("terms:\n" + term + term))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("my.yaml, line 5: term LAMP is given twice");
    }

    @Test
    void refusesAnUnknownPartOfAnOwnFile() {
        assertThatThrownBy(() -> book("term:\n  - name: LAMP\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("my.yaml, line 2: unknown key 'term'");
    }

    private static RuleBook book(String terms) {
        return RuleBook.with(YamlNode.parse("my.yaml", terms));
    }
}
