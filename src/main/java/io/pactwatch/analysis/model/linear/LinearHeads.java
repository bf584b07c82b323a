package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.Tone;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * All heads of the fast tier, as one compressed file.
 *
 * @param target tone towards a target that a text names
 * @param tie tone towards the tie between two parties
 * @param terms which terms a sentence states
 * @param status of a term that is stated
 * @param stage of a term that is stated
 */
public record LinearHeads(
        SoftmaxHead<Tone> target,
        SoftmaxHead<Tone> tie,
        TermHead terms,
        SoftmaxHead<ClaimStatus> status,
        SoftmaxHead<Stage> stage) {
    private static final int FORMAT = 0x50574C31;

    /** Writes the heads so that {@link #read} finds them. */
    public void write(OutputStream file) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(file, deflater))) {
            out.writeInt(FORMAT);
            target.write(out);
            tie.write(out);
            terms.write(out);
            status.write(out);
            stage.write(out);
        } finally {
            deflater.end();
        }
    }

    /** @throws IOException if the file holds no heads of this format */
    public static LinearHeads read(InputStream file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(file)))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a file of linear models of this version");
            }
            return new LinearHeads(
                    SoftmaxHead.read(Tone.class, in),
                    SoftmaxHead.read(Tone.class, in),
                    TermHead.read(in),
                    SoftmaxHead.read(ClaimStatus.class, in),
                    SoftmaxHead.read(Stage.class, in));
        }
    }
}
