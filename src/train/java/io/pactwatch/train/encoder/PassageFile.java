package io.pactwatch.train.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.analysis.text.SentenceSplitter;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.evaluate.PassageSplit;
import io.pactwatch.train.article.PassageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads labelled passages, one JSON object a line. */
final class PassageFile {
    static final List<String> TONES = List.of("negative", "neutral", "positive");

    /** Languages that the encoder learns and reads: in others the linear models are better. */
    static final List<String> LANGUAGES = List.of("en");

    private static final ObjectMapper JSON = new ObjectMapper();

    private PassageFile() {}

    /** The passages in some languages of every {@code .jsonl} file of a folder, in the order of the file names. */
    static List<LabelledPassage> read(Path folder, List<String> languages) throws IOException {
        List<LabelledPassage> passages = new ArrayList<>();
        for (Path file : files(folder)) {
            boolean plain = file.getFileName().toString().startsWith("plain-");
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                JsonNode node = line.isBlank() ? JSON.nullNode() : JSON.readTree(line);
                if (languages.contains(node.path("language").asText())) {
                    passages.add(passage(node, plain, file + ", line " + number));
                }
            }
        }
        return passages;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static LabelledPassage passage(JsonNode node, boolean plain, String place) {
        try {
            String text = node.path("text").asText();
            String first = node.path("parties").path(0).asText();
            String second = node.path("parties").path(1).asText();
            return new LabelledPassage(
                    node.path("id").asText(),
                    plain,
                    PassageSplit.of(
                            first, second, LocalDate.parse(node.path("date").asText())),
                    text,
                    PassageSettings.of(node),
                    PartyNames.mentions(text, List.of(first, second)),
                    tone(node.path("sentiment")),
                    sentences(text, node.path("claims")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(place + ": not a labelled passage (" + e.getMessage() + ")", e);
        }
    }

    private static OptionalInt tone(JsonNode sentiment) {
        if (sentiment.isMissingNode()) {
            return OptionalInt.empty();
        }
        String label = sentiment.path("label").asText();
        int tone = TONES.indexOf(label.toLowerCase(Locale.ROOT));
        if (tone < 0) {
            throw new IllegalArgumentException("sentiment.label: " + label + " is none of " + TONES);
        }
        return OptionalInt.of(tone);
    }

    /** None where no claims are labelled, in headlines. */
    private static List<LabelledPassage.Sentence> sentences(String text, JsonNode claims) {
        List<LabelledPassage.Sentence> sentences = new ArrayList<>();
        if (claims.isMissingNode()) {
            return sentences;
        }
        for (Span span : SentenceSplitter.split(text, 0, text.length())) {
            List<LabelledPassage.Label> labels = new ArrayList<>();
            for (JsonNode claim : claims) {
                if (evidence(text, claim).overlaps(span)) {
                    labels.add(label(claim));
                }
            }
            sentences.add(new LabelledPassage.Sentence(span, labels));
        }
        return sentences;
    }

    private static Span evidence(String text, JsonNode claim) {
        String exact = claim.path("evidence").asText();
        int start = text.indexOf(exact);
        if (exact.isBlank() || start < 0) {
            throw new IllegalArgumentException("evidence: '" + exact + "' is not part of the text");
        }
        return new Span(start, start + exact.length());
    }

    private static LabelledPassage.Label label(JsonNode claim) {
        String status = claim.path("status").asText().toUpperCase(Locale.ROOT);
        return new LabelledPassage.Label(
                claim.path("term").asText(),
                status.equals("PROPOSED_OR_NEGOTIATING") ? ClaimStatus.NEGOTIATING : ClaimStatus.valueOf(status),
                Stage.valueOf(claim.path("stage").asText()));
    }
}
