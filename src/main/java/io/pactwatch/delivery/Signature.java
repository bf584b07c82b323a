package io.pactwatch.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages so that their receiver knows who sent them and when. */
final class Signature {
    /** Seconds since 1970 at which the message was signed. */
    static final String TIME_HEADER = "X-Pactwatch-Timestamp";

    /** {@code sha256=} and the HMAC-SHA-256 in hex over the timestamp, a dot and the body. */
    static final String HEADER = "X-Pactwatch-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(String key, long epochSecond, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((epochSecond + ".").getBytes(StandardCharsets.US_ASCII));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
