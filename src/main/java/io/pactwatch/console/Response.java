package io.pactwatch.console;

import io.pactwatch.serde.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An answer with its body.
 *
 * @param kept whether a client may keep it and ask whether it has changed
 */
record Response(int status, String contentType, byte[] body, boolean kept) {
    private static final String TEXT = "text/plain; charset=utf-8";

    /** One line of plain text. */
    static Response line(int status, String message) {
        return new Response(status, TEXT, (message + "\n").getBytes(StandardCharsets.UTF_8), false);
    }

    /** A record as JSON. */
    static Response json(Object value) {
        return new Response(200, "application/json", Json.bytes(value), true);
    }

    /** Tells bodies apart: half of the SHA-256, in quotes as HTTP wants it. */
    String entityTag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
