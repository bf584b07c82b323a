package io.pactwatch.console;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.MonitorConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read. With a token, whoever sends it. Without one, on a loopback address, whoever asks under a local name: a
 * foreign page whose name was made to point to this machine is refused. Immutable.
 */
final class AccessRule {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String SCHEME = "Bearer ";

    private final Optional<String> token;
    private final boolean local;
    private final String host;

    private AccessRule(Optional<String> token, boolean local, String host) {
        this.token = token;
        this.local = local;
        this.host = host.toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInputException with one line if everybody in the network could read */
    static AccessRule of(MonitorConfig.Console settings, InetSocketAddress bound) {
        InetAddress address = bound.getAddress();
        if (!address.isLoopbackAddress() && settings.token().isEmpty() && !settings.openAccess()) {
            throw new InvalidInputException("console: " + settings.host()
                    + " is no loopback address, so everybody in the network could read: set console.token or"
                    + " console.tokenFile, or console.openAccess: true if that is wanted");
        }
        return new AccessRule(settings.token(), address.isLoopbackAddress(), settings.host());
    }

    boolean needsToken() {
        return token.isPresent();
    }

    /** Whether the header carries the token; the time it takes tells nothing about the token. */
    boolean allowsToken(Optional<String> authorization) {
        return token.isEmpty()
                || authorization
                        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                        .map(header -> header.substring(SCHEME.length()).strip())
                        .filter(given -> MessageDigest.isEqual(
                                given.getBytes(StandardCharsets.UTF_8),
                                token.get().getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    /** Whether the {@code Host} header is a name under which this server is meant. */
    boolean allowsHost(Optional<String> header) {
        if (!local || token.isPresent()) {
            return true;
        }
        String name = header.orElse("").toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
        return LOCAL_NAMES.contains(name) || name.equals(host) || name.equals("[" + host + "]");
    }
}
