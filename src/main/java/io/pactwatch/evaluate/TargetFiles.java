package io.pactwatch.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads labelled targets: NewsMTSC (Hamborg and Donnay, EACL 2021), one JSON object a line with {@code sentence_normalized}
 * and {@code targets}, and SEntFiN 1.0 (Sinha et al. 2022), a CSV file with {@code Title} and {@code Decisions}.
 */
public final class TargetFiles {
    /** Number, title, decisions as a Python dictionary, number of words. */
    private static final Pattern HEADLINE =
            Pattern.compile("^(\\d+),(\"(?:[^\"]|\"\")*+\"|[^,]*+),\"?(\\{.*\\})\"?,\\d+$");

    private static final Pattern DECISION =
            Pattern.compile("(?:'([^']*+)'|\"+([^\"]*+)\"+): '(negative|neutral|positive)'");

    private TargetFiles() {}

    /** Whether a file holds labelled targets, by its name or its first line. */
    public static boolean holds(Path file) {
        if (isTable(file)) {
            return true;
        }
        List<String> lines = lines(file);
        return !lines.isEmpty() && lines.get(0).contains("\"sentence_normalized\"");
    }

    /** @throws InvalidInputException with file and line if a line has no such labels */
    public static List<LabelledTarget> read(Path file) {
        List<LabelledTarget> targets = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || isTable(file) && number == 1) {
                continue;
            }
            try {
                targets.addAll(isTable(file) ? headline(line) : sentence(line));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new InvalidInputException(
                        file + ", line " + number + ": not a labelled target (" + e.getMessage() + ")", e);
            }
        }
        return targets;
    }

    private static boolean isTable(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read as UTF-8, check path and encoding", e);
        }
    }

    private static List<LabelledTarget> sentence(String line) {
        JsonNode node = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        String text = node.path("sentence_normalized").asText();
        List<LabelledTarget> targets = new ArrayList<>();
        for (JsonNode target : node.path("targets")) {
            int from = text.offsetByCodePoints(0, target.path("from").asInt());
            int to = text.offsetByCodePoints(0, target.path("to").asInt());
            double polarity = target.path("polarity").asDouble();
            targets.add(new LabelledTarget(
                    target.path("Input.gid").asText(),
                    text,
                    new Span(from, to),
                    polarity < 3 ? "negative" : polarity > 5 ? "positive" : "neutral"));
        }
        return targets;
    }

    /** The targets of a headline; those that it does not name literally are left out. */
    private static List<LabelledTarget> headline(String line) {
        Matcher row = HEADLINE.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("expected number, title, decisions, words");
        }
        String quoted = row.group(2);
        String title = quoted.startsWith("\"")
                ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
                : quoted;
        List<LabelledTarget> targets = new ArrayList<>();
        Matcher decision = DECISION.matcher(row.group(3));
        while (decision.find()) {
            String name = decision.group(1) == null ? decision.group(2) : decision.group(1);
            int at = title.indexOf(name);
            if (at >= 0 && !name.isBlank()) {
                targets.add(new LabelledTarget(
                        row.group(1) + " " + name, title, new Span(at, at + name.length()), decision.group(3)));
            }
        }
        return targets;
    }
}
