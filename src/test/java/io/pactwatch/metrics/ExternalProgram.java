package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program that a machine may lack. */
final class ExternalProgram {
    private ExternalProgram() {}

    /** Skips the test if one of the programs is not on the PATH. */
    static void require(String... programs) {
        for (String program : programs) {
            boolean installed = Stream.of(
                            System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            assumeTrue(installed, program + " is not on the PATH: install it to run this check");
        }
    }

    /** Passes if the program ends with 0; skips the test if it is not on the PATH. */
    static void check(String program, List<String> arguments) throws IOException, InterruptedException {
        require(program);
        List<String> command =
                Stream.concat(Stream.of(program), arguments.stream()).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
