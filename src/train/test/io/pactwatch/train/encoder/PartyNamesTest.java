package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartyNamesTest {
    @Test
    void aPartyIsNamedByAnyWordThatTellsItFromOthers() {
        assertThat(named("Lilly's pens come from Catalent, not from Eli Lilly.", "Eli Lilly", "Catalent"))
                .containsExactly("Lilly", "Catalent", "Eli Lilly");
        assertThat(named("Oxford gave AstraZeneca the licence.", "AstraZeneca", "University of Oxford"))
                .containsExactly("Oxford", "AstraZeneca");
    }

    @Test
    void commonWordsOfANameAreNotTheParty() {
        assertThat(named("The energy bill rose; Corvane Energy paid.", "Corvane Energy", "Tamarack Lithium"))
                .containsExactly("Corvane Energy");
        assertThat(named("Energy prices fell.", "Corvane Energy", "Tamarack Lithium"))
                .isEmpty();
    }

    @Test
    void aPhraseForBothIsAMention() {
        assertThat(named("The two companies declined to comment.", "Renault", "Nissan"))
                .containsExactly("The two companies");
    }

    private static List<String> named(String text, String first, String second) {
        return PartyNames.mentions(text, List.of(first, second)).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
