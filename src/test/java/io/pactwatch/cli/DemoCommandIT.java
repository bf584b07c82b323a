package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCommandIT {
    private final CapturedCommandLine commandLine = new CapturedCommandLine();

    @Test
    void replaysSevenYearsShowsAlertsSumsUpAndLeavesNothingBehind() throws IOException {
        Set<Path> before = demoFolders();

        int code = commandLine.execute("demo", "--exit", "--pace", "0");

        assertThat(commandLine.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(commandLine.out())
                .contains("Console: http://127.0.0.1:")
                .contains("2019-07-22 Microsoft stakes a billion dollars on OpenAI")
                .contains("TERM_CHANGE  Microsoft / OpenAI: ", "Microsoft will pay $1 billion into OpenAI")
                .contains("Articles read     24, which tell ")
                .contains("Time              first alert after ")
                .containsSubsequence("Terms in force", "Microsoft / OpenAI", "EQUITY_STAKE");
        assertThat(demoFolders()).isEqualTo(before);
    }

    @Test
    void saysThatThePortOfTheConsoleIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int code = commandLine.execute("demo", "--exit", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(code).isEqualTo(1);
            assertThat(commandLine.err())
                    .startsWith("pactwatch: console: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    private static Set<Path> demoFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("pactwatch-demo-"))
                    .collect(Collectors.toSet());
        }
    }
}
