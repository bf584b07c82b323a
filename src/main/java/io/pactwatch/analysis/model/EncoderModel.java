package io.pactwatch.analysis.model;

import ai.onnxruntime.OrtException;
import io.pactwatch.analysis.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accurate tier: an encoder that was fine-tuned on passages, with linear heads. Passages in languages that its heads do
 * not name are handed on. Thread-safe.
 *
 * <p>Passages that differ in their centre alone are encoded once, since nothing of the encoder's input tells the centre.
 */
public final class EncoderModel implements PassageModel, AutoCloseable {
    private final EncoderSession session;
    private final WordPiece tokenizer;
    private final EncoderHeads heads;
    private final Optional<PassageModel> otherLanguages;

    private EncoderModel(
            EncoderSession session, WordPiece tokenizer, EncoderHeads heads, Optional<PassageModel> otherLanguages) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.heads = heads;
        this.otherLanguages = otherLanguages;
    }

    /**
     * @param otherLanguages reads the passages in languages that the encoder does not read
     * @throws IllegalArgumentException if a file is wrong or they do not fit together
     * @throws LinkageError if the native library does not load on this machine
     */
    public static EncoderModel of(EncoderFiles files, Optional<PassageModel> otherLanguages) {
        EncoderHeads heads = EncoderHeads.read(files.heads());
        WordPiece tokenizer = new WordPiece(
                new String(files.vocabulary(), StandardCharsets.UTF_8).lines().toList());
        try {
            EncoderModel model =
                    new EncoderModel(new EncoderSession(files.encoder()), tokenizer, heads, otherLanguages);
            model.requireFit();
            return model;
        } catch (OrtException e) {
            throw new IllegalArgumentException("encoder: not a model that can be run (" + e.getMessage() + ")", e);
        }
    }

    private void requireFit() {
        Pieces pieces = tokenizer.read("", 2);
        int width = session.read(pieces, new boolean[pieces.size()]).width();
        if (width != heads.hidden()) {
            throw new IllegalArgumentException(
                    "hidden: " + heads.hidden() + ", but the vectors of the encoder have " + width + " numbers");
        }
    }

    @Override
    public Tier tier() {
        return Tier.ACCURATE;
    }

    @Override
    public Tier tierFor(String language) {
        return heads.languages().contains(language)
                ? Tier.ACCURATE
                : otherLanguages.map(PassageModel::tier).orElse(Tier.FAST);
    }

    @Override
    public Set<String> terms() {
        return heads.terms().map(terms -> Set.copyOf(terms.labels())).orElse(Set.of());
    }

    @Override
    public List<PassageReading> read(List<Passage> passages) {
        Map<Passage, Encoded> encoded = new HashMap<>();
        List<PassageReading> readings = new ArrayList<>();
        for (Passage passage : passages) {
            if (heads.languages().contains(passage.language())) {
                Passage key = new Passage(
                        passage.text(),
                        new Span(0, 0),
                        passage.firstParty(),
                        passage.secondParty(),
                        passage.language(),
                        passage.setting());
                readings.add(read(passage, encoded.computeIfAbsent(key, this::encode)));
            } else {
                readings.add(otherLanguages
                        .map(model -> model.read(List.of(passage)).get(0))
                        .orElse(PassageReading.UNKNOWN));
            }
        }
        return readings;
    }

    /** A text as the encoder sees it with both parties marked, and the tone towards their tie. */
    private record Encoded(Pieces pieces, HiddenStates states, Optional<Distribution<Tone>> tie) {}

    private Encoded encode(Passage passage) {
        Pieces pieces = tokenizer.read(passage.setting(), passage.text(), heads.maxTokens());
        List<Span> parties = new ArrayList<>(passage.firstParty());
        parties.addAll(passage.secondParty());
        boolean[] marked = pieces.marking(parties);
        HiddenStates states = session.read(pieces, marked);
        return new Encoded(
                pieces, states, heads.tie().or(heads::target).map(head -> head.read(states.beginAndMean(marked))));
    }

    private PassageReading read(Passage passage, Encoded encoded) {
        int[] inside = encoded.pieces().inside(passage.centre());
        if (inside.length == 0) {
            return PassageReading.UNKNOWN;
        }
        return new PassageReading(
                encoded.tie(),
                between(passage, passage.firstParty(), passage.secondParty()),
                between(passage, passage.secondParty(), passage.firstParty()),
                heads.terms()
                        .map(head -> head.read(encoded.states(), encoded.pieces(), inside))
                        .orElse(List.of()));
    }

    @Override
    public Optional<Distribution<Tone>> towards(String text, List<Span> target, String language) {
        if (!heads.languages().contains(language)) {
            return otherLanguages.flatMap(model -> model.towards(text, target, language));
        }
        return heads.target().map(head -> {
            Pieces pieces = tokenizer.read(text, heads.maxTokens());
            boolean[] marked = pieces.marking(target);
            return head.read(session.read(pieces, marked).beginAndMean(marked));
        });
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
