package io.pactwatch.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Splits a stream into lines and never holds more of a line than a bound. Not thread-safe. */
final class BoundedLines {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BufferedInputStream in;
    private final int maxBytes;
    private long number;

    /** @param maxBytes bytes of a line that are kept */
    BoundedLines(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
        this.maxBytes = maxBytes;
    }

    /**
     * @param number counts from 1
     * @param bytes the line without its end and without a byte order mark; cut off where it is too long
     * @param tooLong whether the line has more bytes than allowed
     */
    record Line(long number, byte[] bytes, boolean tooLong) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, or empty at the end of the stream. */
    Optional<Line> next() throws IOException {
        if (number == 0) {
            skipByteOrderMark();
        }
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        long length = 0;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (length++ < maxBytes) {
                line.write(read);
            }
        }
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        byte[] kept = carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        return Optional.of(new Line(number, kept, length > maxBytes));
    }

    private void skipByteOrderMark() throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
    }
}
