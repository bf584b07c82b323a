package io.pactwatch.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads texts whose tone is labelled by target: NewsMTSC (Hamborg and Donnay 2021), sentences of political news, one JSON
 * object a line; and SEntFiN 1.0 (Sinha et al. 2022), headlines of business news, as CSV.
 */
public final class TargetFiles {
    private static final String NEWS_FIELD = "\"sentence_normalized\"";
    private static final String HEADLINES_FIELD = "S No.,Title,Decisions";

    /** Number, title, in quotes if it holds a comma, and the tones as a Python dictionary. */
    private static final Pattern HEADLINE =
            Pattern.compile("\\d++,(?:\"((?:[^\"]|\"\")*+)\"|([^\",]*+)),\"?(\\{.*})\"?,\\d++");

    private static final Pattern DECISION =
            Pattern.compile("(?:'([^']*+)'|\"{1,2}([^\"]*+)\"{1,2}): '(negative|neutral|positive)'");

    private TargetFiles() {}

    /** Whether a file, by its first line, is one of these. */
    public static boolean areTargets(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .filter(line -> line.contains(NEWS_FIELD) || line.startsWith(HEADLINES_FIELD))
                    .isPresent();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** @throws InvalidInputException with file and line if a line has no such labels */
    public static List<LabelledTarget> read(Path file) {
        List<LabelledTarget> targets = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                try {
                    if (line.startsWith("{")) {
                        newsSentence(line, targets);
                    } else if (!line.startsWith(HEADLINES_FIELD) && !line.isBlank()) {
                        headline(line, targets);
                    }
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new InvalidInputException(
                            file + ", line " + number + ": no labelled targets (" + e.getMessage() + ")", e);
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return targets;
    }

    private static InvalidInputException unreadable(Path file, IOException e) {
        return new InvalidInputException(file + ": cannot be read as UTF-8, check path and encoding", e);
    }

    /** Polarity is 2, 4 or 6; offsets count code points. */
    private static void newsSentence(String line, List<LabelledTarget> into) {
        JsonNode node = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        String text = node.path("sentence_normalized").asText();
        Map<Span, Tone> tones = new LinkedHashMap<>();
        for (JsonNode target : node.path("targets")) {
            int polarity = target.path("polarity").asInt();
            if (polarity != 2 && polarity != 4 && polarity != 6) {
                throw new IllegalArgumentException("polarity: " + polarity + " is none of 2, 4, 6");
            }
            Span span = new Span(unit(text, target.path("from").asInt()), unit(text, target.path("to").asInt()));
            tones.put(span, Tone.values()[polarity / 2 - 1]);
        }
        add(text, tones, node.path("primary_gid").asText(), into);
    }

    private static int unit(String text, int codePoint) {
        return text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
    }

    /** A target that the headline names in other words is left out. */
    private static void headline(String line, List<LabelledTarget> into) {
        Matcher headline = HEADLINE.matcher(line);
        if (!headline.matches()) {
            throw new IllegalArgumentException("expected number, title, decisions, words");
        }
        String quoted = headline.group(1);
        String title = quoted == null ? headline.group(2) : quoted.replace("\"\"", "\"");
        Map<Span, Tone> tones = new LinkedHashMap<>();
        Matcher decision = DECISION.matcher(headline.group(3));
        while (decision.find()) {
            String name = decision.group(1) == null ? decision.group(2) : decision.group(1);
            int at = title.indexOf(name);
            if (at >= 0 && !name.isBlank()) {
                tones.put(
                        new Span(at, at + name.length()),
                        Tone.valueOf(decision.group(3).toUpperCase(Locale.ROOT)));
            }
        }
        add(title, tones, title, into);
    }

    private static void add(String text, Map<Span, Tone> tones, String group, List<LabelledTarget> into) {
        tones.forEach((span, tone) -> into.add(new LabelledTarget(
                text,
                span,
                tones.keySet().stream().filter(other -> !other.overlaps(span)).toList(),
                tone,
                group)));
    }
}
