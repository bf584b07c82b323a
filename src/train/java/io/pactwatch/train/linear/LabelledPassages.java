package io.pactwatch.train.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.analysis.mention.Mention;
import io.pactwatch.analysis.mention.NameIndex;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.sentiment.LexiconEvidence;
import io.pactwatch.analysis.sentiment.TieLexicon;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.SentenceSplitter;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.Partnership;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.evaluate.LabelledFiles;
import io.pactwatch.evaluate.LabelledText;
import io.pactwatch.evaluate.PassageSplit;
import io.pactwatch.serde.Json;
import io.pactwatch.train.article.PassageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads labelled passages and cuts them into the sentences that the models read, each with the claims stated in it. */
final class LabelledPassages {
    private final LabelledFiles files;
    private final TieLexicon lexicon = TieLexicon.standard();

    /** @param watchlist gives aliases of the parties */
    LabelledPassages(Collection<Partnership> watchlist) {
        files = new LabelledFiles(watchlist);
    }

    /** A claim as labelled. */
    record Label(String term, ClaimStatus status, Stage stage) {}

    /** A passage as the models read it, with the claims whose evidence overlaps its centre. */
    record Sentence(Passage passage, List<Label> claims) {}

    /**
     * @param plain whether it is written in the conventional wording of news
     * @param tone of the whole; empty for a part of an article
     * @param group passages of one group belong together when some are held out
     */
    record Labelled(
            String id, String language, boolean plain, PassageSplit split, String group, Optional<Tone> tone, List<Sentence> sentences) {}

    /** All passages of the files of a folder whose claims are labelled, in the order of the file names. */
    List<Labelled> read(Path folder) throws IOException {
        List<Labelled> passages = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
                List<LabelledText> texts = files.read(file);
                List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
                boolean plain = file.getFileName().toString().startsWith("plain-");
                for (int i = 0; i < lines.size(); i++) {
                    JsonNode node = Json.read(lines.get(i).getBytes(StandardCharsets.UTF_8), JsonNode.class);
                    if (node.has("claims")) {
                        passages.add(labelled(texts.get(i), node, plain));
                    }
                }
            }
        }
        return passages;
    }

    private Labelled labelled(LabelledText labelled, JsonNode node, boolean plain) {
        String text = labelled.article().body();
        String first = node.path("parties").path(0).asText();
        String second = node.path("parties").path(1).asText();
        LocalDate date = labelled.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        List<Span> together = LexiconEvidence.of(text, labelled.language(), lexicon).together();
        List<List<Span>> parties = List.of(places(labelled, 0, together), places(labelled, 1, together));
        List<Sentence> sentences = new ArrayList<>();
        for (Span span : SentenceSplitter.split(text, 0, text.length())) {
            List<Label> labels = new ArrayList<>();
            for (JsonNode claim : node.path("claims")) {
                if (evidence(text, claim).overlaps(span)) {
                    labels.add(label(claim));
                }
            }
            sentences.add(new Sentence(
                    new Passage(text, span, parties.get(0), parties.get(1), labelled.language(), PassageSettings.of(node)),
                    labels));
        }
        return new Labelled(
                labelled.article().id(),
                labelled.language(),
                plain,
                PassageSplit.of(first, second, date),
                PassageSplit.key(first, second, date),
                node.has("sentiment") ? Optional.of(Tone.valueOf(labelled.tone().toUpperCase(Locale.ROOT))) : Optional.empty(),
                sentences);
    }

    private static List<Span> places(LabelledText labelled, int party, List<Span> together) {
        String text = labelled.article().body();
        NameIndex names = new NameIndex(List.of(labelled.partnership()));
        int number = names.numberOf(labelled.partnership().parties().get(party));
        List<Span> places = new ArrayList<>(together);
        for (Mention mention : names.find(text, Folding.fold(text))) {
            if (mention.party() == number && !mention.person()) {
                places.add(mention.span());
            }
        }
        places.sort((a, b) -> a.start() - b.start());
        return places;
    }

    private static Span evidence(String text, JsonNode claim) {
        String exact = claim.path("evidence").asText();
        int start = text.indexOf(exact);
        if (exact.isBlank() || start < 0) {
            throw new IllegalArgumentException("evidence: '" + exact + "' is not part of the text");
        }
        return new Span(start, start + exact.length());
    }

    private static Label label(JsonNode claim) {
        String status = claim.path("status").asText().toUpperCase(Locale.ROOT);
        return new Label(
                claim.path("term").asText(),
                status.equals("PROPOSED_OR_NEGOTIATING") ? ClaimStatus.NEGOTIATING : ClaimStatus.valueOf(status),
                Stage.valueOf(claim.path("stage").asText()));
    }
}
