package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetToneFilesTest {
    @TempDir
    Path folder;

    @Test
    void offsetsOfNewsSentencesCountCodePoints() throws IOException {
        Path file = folder.resolve("news.jsonl");
        Files.writeString(
                file,
                """
                {"primary_gid": "g1", "sentence_normalized": "😀 Acme wins.", "targets": [{"from": 2, "to": 6, "polarity": 6.0}]}
                """);

        assertThat(TargetToneFiles.newsSentences(file))
                .containsExactly(new TargetTone("😀 Acme wins.", List.of(new Span(3, 7)), 2, true, "g1"));
    }

    @Test
    void headlinesHaveOneToneForEachCompanyThatTheyName() throws IOException {
        Path file = folder.resolve("headlines.csv");
        Files.writeString(
                file,
                """
                S No.,Title,Decisions,Words
                1,"Acme, Borg sign ""pact"" with L&T","{'Acme': 'positive', ""Borg"": 'neutral', 'Not There': 'negative'}",6
                2,Acme falls,{'Acme': 'negative'},2
                """);

        assertThat(TargetToneFiles.headlines(file))
                .extracting(tone -> tone.text().substring(tone.target().get(0).start(), tone.target().get(0).end())
                        + " " + tone.tone())
                .containsExactly("Acme 2", "Borg 1", "Acme 0");
        assertThat(TargetToneFiles.headlines(file).get(0).text()).isEqualTo("Acme, Borg sign \"pact\" with L&T");
    }
}
