package io.pactwatch.analysis.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of an encoder model; not to be changed.
 *
 * @param encoder {@code encoder.onnx}: token numbers, mask and types in, a vector for each token out
 * @param vocabulary {@code vocab.txt}: word pieces, one a line
 * @param heads {@code heads.json}: what is read from the vectors
 */
public record EncoderFiles(byte[] encoder, byte[] vocabulary, byte[] heads) {
    private static final String RESOURCES = "/io/pactwatch/analysis/encoder/";
    private static final String ENCODER = "encoder.onnx";
    private static final String VOCABULARY = "vocab.txt";
    private static final String HEADS = "heads.json";

    /** The model that ships with Pactwatch; empty in a build without it. */
    public static Optional<EncoderFiles> shipped() throws IOException {
        if (EncoderFiles.class.getResource(RESOURCES + ENCODER) == null) {
            return Optional.empty();
        }
        return Optional.of(new EncoderFiles(resource(ENCODER), resource(VOCABULARY), resource(HEADS)));
    }

    /** A model of one's own. */
    public static EncoderFiles in(Path folder) throws IOException {
        return new EncoderFiles(
                Files.readAllBytes(folder.resolve(ENCODER)),
                Files.readAllBytes(folder.resolve(VOCABULARY)),
                Files.readAllBytes(folder.resolve(HEADS)));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = EncoderFiles.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IOException(RESOURCES + name + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
