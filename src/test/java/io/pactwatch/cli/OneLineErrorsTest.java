package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OneLineErrorsTest {

    @Command(name = "tool", exitCodeOnExecutionException = 1)
    private record Failing(RuntimeException problem) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw problem;
        }
    }

    @Test
    void tellsAnExpectedFailureByItsMessageAlone() {
        assertThat(errors(new CommandFailure("no broker\nat \u001b[1mall"), Map.of()))
                .isEqualTo("tool: no broker at [1mall\n");
    }

    @Test
    void tellsAnUnexpectedFailureWithItsKindAndItsLastCause() {
        RuntimeException problem = new IllegalStateException("cannot start", new IllegalArgumentException("port 0"));

        assertThat(errors(problem, Map.of())).isEqualTo("tool: IllegalStateException: cannot start (port 0)\n");
        assertThat(errors(new IllegalStateException(), Map.of())).isEqualTo("tool: IllegalStateException\n");
    }

    @Test
    void addsTheStackTraceOnRequest() {
        assertThat(errors(new CommandFailure("no"), Map.of("PACTWATCH_DEBUG", "1")))
                .startsWith("tool: no\n")
                .contains("\tat io.pactwatch.cli.OneLineErrorsTest");
    }

    private static String errors(RuntimeException problem, Map<String, String> environment) {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new Failing(problem))
                .setExecutionExceptionHandler(new OneLineErrors(environment))
                .setErr(new PrintWriter(err, true))
                .execute();
        assertThat(code).isEqualTo(1);
        return err.toString();
    }
}
