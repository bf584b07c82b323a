package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        EncoderFiles files = TinyEncoder.files();
        Files.write(folder.resolve("encoder.onnx"), files.encoder());
        Files.write(folder.resolve("vocab.txt"), files.vocabulary());
        Files.write(folder.resolve("heads.json"), files.heads());
    }

    @Test
    void loadsAModelFromAFolder() {
        Models.Loaded loaded = Models.accurate(Optional.of(folder), false);

        assertThat(loaded.tier()).isEqualTo(Tier.ACCURATE);
        assertThat(loaded.model().orElseThrow().terms()).containsExactly(TinyEncoder.TERM);
        assertThat(loaded.obstacle()).isEmpty();
    }

    @Test
    void fallsBackWhereAFileIsMissing() throws IOException {
        Files.delete(folder.resolve("vocab.txt"));

        assertFast(Models.accurate(Optional.of(folder), false), "a file of the encoder cannot be read");
    }

    @Test
    void fallsBackWhereAFileIsWrong() throws IOException {
        Files.writeString(folder.resolve("heads.json"), "weights");

        assertFast(Models.accurate(Optional.of(folder), false), "the files of the encoder are wrong: not JSON");
    }

    @Test
    void fallsBackWhereTheLibraryWouldEndTheProcess() {
        assertFast(Models.accurate(Optional.of(folder), true), "an argument of this process");
    }

    @Test
    void namesTheTiersThatCanBeChosen() {
        assertThat(TierSetting.parse(" Accurate ")).isEqualTo(TierSetting.ACCURATE);
        assertThatThrownBy(() -> TierSetting.parse("best")).hasMessage("'best' is not one of auto, fast, accurate");
    }

    private static void assertFast(Models.Loaded loaded, String obstacle) {
        assertThat(loaded.tier()).isEqualTo(Tier.FAST);
        assertThat(loaded.obstacle().orElseThrow()).startsWith(obstacle);
    }
}
