package io.pactwatch.cli;

import java.util.Map;
import java.util.Properties;

/**
 * What the output goes to.
 *
 * @param interactive whether people watch: messages about progress go to a terminal
 * @param colour whether the results go to a terminal and the user has not switched colours off by {@code NO_COLOR}
 * @param width columns
 */
record Terminal(boolean interactive, boolean colour, int width) {
    /** Set by the launcher: which of {@code out} and {@code err} are terminals. */
    static final String STREAMS_PROPERTY = "pactwatch.terminal";

    /** Set by the launcher: columns of the terminal. */
    static final String WIDTH_PROPERTY = "pactwatch.width";

    private static final int DEFAULT_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 160;

    /** Files and pipes: plain text. */
    static final Terminal NONE = new Terminal(false, false, DEFAULT_WIDTH);

    static Terminal detect(Properties properties, Map<String, String> environment) {
        String streams = properties.getProperty(STREAMS_PROPERTY, "");
        boolean colour = streams.contains("out")
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(streams.contains("err"), colour, width(properties.getProperty(WIDTH_PROPERTY, "")));
    }

    private static int width(String columns) {
        try {
            return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Integer.parseInt(columns.strip())));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }
}
