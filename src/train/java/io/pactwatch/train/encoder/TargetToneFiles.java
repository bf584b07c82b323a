package io.pactwatch.train.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.analysis.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the two public collections of target-dependent tone. */
final class TargetToneFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Number, title in quotes if it holds a comma, then the decisions as a Python dictionary. */
    private static final Pattern HEADLINE =
            Pattern.compile("^\\d+,(?:\"((?:[^\"]|\"\")*+)\"|([^,]*+)),\"?(\\{.*\\})\"?,\\d+$");

    private static final Pattern DECISION =
            Pattern.compile("(?:'([^']*+)'|\"{1,2}([^\"]*+)\"{1,2}): '(negative|neutral|positive)'");

    private TargetToneFiles() {}

    /** NewsMTSC (Hamborg and Donnay, EACL 2021): news sentences, polarity 2, 4 or 6, offsets in code points. */
    static List<TargetTone> newsSentences(Path file) throws IOException {
        List<TargetTone> tones = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode node = JSON.readTree(line);
            String text = node.path("sentence_normalized").asText();
            for (JsonNode target : node.path("targets")) {
                int from = unit(text, target.path("from").asInt());
                int to = unit(text, target.path("to").asInt());
                int tone = (int) Math.round((target.path("polarity").asDouble() - 2) / 2);
                tones.add(new TargetTone(
                        text,
                        List.of(new Span(from, Math.max(from, to))),
                        tone,
                        true,
                        node.path("primary_gid").asText()));
            }
        }
        return tones;
    }

    private static int unit(String text, int codePoint) {
        return text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
    }

    /** SEntFiN 1.0: headlines of business news with a tone for each company; targets that the headline lacks are left out. */
    static List<TargetTone> headlines(Path file) throws IOException {
        List<TargetTone> tones = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher headline = HEADLINE.matcher(line);
            if (!headline.matches()) {
                continue;
            }
            String title = headline.group(1) == null
                    ? headline.group(2)
                    : headline.group(1).replace("\"\"", "\"");
            Matcher decision = DECISION.matcher(headline.group(3));
            while (decision.find()) {
                String name = decision.group(1) == null ? decision.group(2) : decision.group(1);
                int at = title.indexOf(name);
                if (at >= 0 && !name.isBlank()) {
                    int tone = PassageFile.TONES.indexOf(decision.group(3));
                    tones.add(
                            new TargetTone(title, List.of(new Span(at, at + name.length())), tone, false, title));
                }
            }
        }
        return tones;
    }
}
