package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.Partnership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchlistReaderTest {
    private static final String VALID =
            """
            partnerships:
              - id: arm-qualcomm
                name: Arm / Qualcomm
                parties:
                  - {id: arm, name: Arm, aliases: ["ARM"], people: ["Rene Haas"]}
                  - {id: qualcomm, name: Qualcomm}
            """;

    @TempDir
    Path folder;

    @Test
    void readsPartiesWithAliasesAndPeople() throws IOException {
        Partnership partnership = WatchlistReader.read(file(VALID)).get(0);
        assertThat(partnership.ref().parties()).containsExactly("Arm", "Qualcomm");
        assertThat(partnership.parties().get(0).people()).containsExactly("Rene Haas");
        assertThat(partnership.parties().get(1).aliases()).isEmpty();
    }

    @Test
    void anEntryOfTheTopicComesBackAsItWas() throws IOException {
        Partnership partnership = WatchlistReader.read(file(VALID)).get(0);
        assertThat(WatchlistReader.readEntry(Json.bytes(partnership))).isEqualTo(partnership);
    }

    @Test
    void namesFileAndPlaceOfWhatIsWrong() throws IOException {
        refuses("partnerships: 7", "expected a list under the key 'partnerships'");
        refuses(VALID + VALID.substring(VALID.indexOf("  - id")), "partnerships[1]: the id 'arm-qualcomm' is taken");
        refuses(
                VALID.replace("id: arm-qualcomm", "id: Arm Qualcomm"),
                "partnerships[0]: partnership.id: 'Arm Qualcomm'");
        refuses(VALID.replace("  - {id: qualcomm, name: Qualcomm}\n", ""), "needs two different parties");
        refuses("partnerships:\n  - id: [unclosed", "line ");
    }

    @Test
    void saysWhenTheFileIsMissing() {
        assertThatThrownBy(() -> WatchlistReader.read(folder.resolve("none.yaml")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.yaml: cannot be read, check the path");
    }

    private void refuses(String yaml, String message) throws IOException {
        Path file = file(yaml);
        assertThatThrownBy(() -> WatchlistReader.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("watchlist.yaml"), yaml);
    }
}
