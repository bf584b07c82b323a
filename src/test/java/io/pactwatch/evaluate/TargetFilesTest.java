package io.pactwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFilesTest {
    @TempDir
    private Path folder;

    @Test
    void readsSentencesWithTheirTargets() throws IOException {
        Path file = Files.writeString(
                folder.resolve("sentences.jsonl"),
                """
                {"sentence_normalized": "\uD83D\uDE00 Acme scolds Globex.", "targets": [
                """
                                .strip()
                        + """
                         {"Input.gid": "a", "from": 2, "to": 6, "polarity": 4.0},
                         """
                                .strip()
                        + """
                         {"Input.gid": "b", "from": 14, "to": 20, "polarity": 2.0}]}
                        """);

        List<LabelledTarget> targets = TargetFiles.read(file);

        assertThat(TargetFiles.holds(file)).isTrue();
        assertThat(targets).extracting(TargetFilesTest::words).containsExactly("Acme", "Globex");
        assertThat(targets).extracting(LabelledTarget::tone).containsExactly("neutral", "negative");
    }

    @Test
    void readsHeadlinesWithTheirDecisions() throws IOException {
        Path file = Files.writeString(
                folder.resolve("headlines.csv"),
                """
                S No.,Title,Decisions,Words
                1,"Acme, Globex at odds","{'Acme': 'negative', 'Globex': 'neutral', 'Initech': 'positive'}",4
                2,Buy Hooli,{'Hooli': 'positive'},2
                """);

        List<LabelledTarget> targets = TargetFiles.read(file);

        assertThat(targets).extracting(TargetFilesTest::words).containsExactly("Acme", "Globex", "Hooli");
        assertThat(targets).extracting(LabelledTarget::tone).containsExactly("negative", "neutral", "positive");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "S No.,Title,Decisions,Words\nno number\n");

        assertThatThrownBy(() -> TargetFiles.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(file + ", line 2: not a labelled target");
    }

    @Test
    void leavesLabelledArticlesToOthers() throws IOException {
        assertThat(TargetFiles.holds(Files.writeString(folder.resolve("a.jsonl"), "{\"id\": \"a\"}\n")))
                .isFalse();
    }

    private static String words(LabelledTarget target) {
        return target.text().substring(target.target().start(), target.target().end());
    }
}
