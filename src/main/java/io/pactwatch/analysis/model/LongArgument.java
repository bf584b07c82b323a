package io.pactwatch.analysis.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * ONNX Runtime 1.29.0 ends the whole process on Linux if an argument of its command line has about 4,000 bytes, as a class
 * path behind {@code -cp} may have. What cannot be caught must be seen before.
 */
final class LongArgument {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    /** Arguments of 3,900 bytes did no harm, arguments of 4,000 did. */
    private static final int LONGEST = 3_500;

    private LongArgument() {}

    /** Whether this process has such an argument; false where that cannot be told, as on systems without {@code /proc}. */
    static boolean isHere() {
        try {
            return Files.isReadable(COMMAND_LINE) && isIn(Files.readAllBytes(COMMAND_LINE));
        } catch (IOException e) {
            return false;
        }
    }

    /** @param commandLine arguments, each ended by a zero byte */
    static boolean isIn(byte[] commandLine) {
        int length = 0;
        for (byte unit : commandLine) {
            length = unit == 0 ? 0 : length + 1;
            if (length > LONGEST) {
                return true;
            }
        }
        return false;
    }
}
