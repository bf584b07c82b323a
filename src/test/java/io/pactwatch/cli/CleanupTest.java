package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void endsTheLastFirstAndOnce() {
        Cleanup cleanup = new Cleanup();
        cleanup.add(() -> closed.add("broker"));
        cleanup.add(() -> closed.add("monitor"));

        cleanup.close();
        cleanup.close();

        assertThat(closed).containsExactly("monitor", "broker");
    }

    @Test
    void goesOnWhenOneCannotBeEnded() {
        Cleanup cleanup = new Cleanup();
        cleanup.add(() -> closed.add("broker"));
        cleanup.add(() -> {
            throw new IOException("stuck");
        });

        cleanup.close();

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void endsAtOnceWhatIsStartedTooLate() {
        Cleanup cleanup = new Cleanup();
        cleanup.close();

        cleanup.add(() -> closed.add("late"));

        assertThat(closed).containsExactly("late");
    }

    @Test
    void deletesATemporaryFolderWithItsContent() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("pactwatch-test-");
        Files.createDirectories(folder.path().resolve("a/b"));
        Files.writeString(folder.path().resolve("a/b/c"), "text");

        folder.close();

        assertThat(Files.exists(folder.path())).isFalse();
    }
}
