package io.pactwatch.train.encoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trained weights in a file. */
final class Checkpoint {
    private Checkpoint() {}

    /** Writes to a file beside it first, so that what is there is always whole. */
    static void save(Path file, Map<String, float[]> values) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20))) {
            out.writeInt(values.size());
            for (var entry : values.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().length * Float.BYTES);
                bytes.asFloatBuffer().put(entry.getValue());
                out.write(bytes.array());
            }
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Map<String, float[]> read(Path file) throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                float[] weights = new float[in.readInt()];
                ByteBuffer.wrap(in.readNBytes(weights.length * Float.BYTES))
                        .asFloatBuffer()
                        .get(weights);
                values.put(name, weights);
            }
        }
        return values;
    }
}
