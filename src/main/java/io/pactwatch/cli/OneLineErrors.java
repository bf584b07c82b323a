package io.pactwatch.cli;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.broker.BrokerException;
import io.pactwatch.topology.TopicMismatchException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells every error in one line on the error stream: exit code 2 for wrong usage, 1 for a failure. With the environment
 * variable {@code PACTWATCH_DEBUG} the stack trace follows.
 */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Exceptions whose message was written for users. */
    private static final List<Class<? extends RuntimeException>> TOLD = List.of(
            CommandFailure.class,
            InvalidInputException.class,
            BrokerException.class,
            TopicMismatchException.class,
            UncheckedIOException.class);

    private final boolean debug;

    /** @param environment the environment variables */
    public OneLineErrors(Map<String, String> environment) {
        debug = !environment.getOrDefault("PACTWATCH_DEBUG", "").isEmpty();
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String advice = "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            advice = "; did you mean '" + unmatched.getSuggestions().get(0) + "'?";
        }
        print(command, problem, problem.getMessage() + advice);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult arguments) {
        if (problem instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        boolean told = TOLD.stream().anyMatch(type -> type.isInstance(problem));
        print(command, problem, told ? problem.getMessage() : describe(problem));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The first message of a chain of causes, and the last, which names the reason. */
    static String describe(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = problem.getClass().getSimpleName();
        String first = problem.getMessage() == null ? name : name + ": " + problem.getMessage();
        boolean repeated = root == problem || root.getMessage() == null || first.contains(root.getMessage());
        return repeated ? first : first + " (" + root.getMessage() + ")";
    }

    private void print(CommandLine command, Exception problem, String message) {
        command.getErr().println(command.getCommandSpec().root().name() + ": " + PrintableText.clean(message));
        if (debug) {
            problem.printStackTrace(command.getErr());
        }
        command.getErr().flush();
    }
}
