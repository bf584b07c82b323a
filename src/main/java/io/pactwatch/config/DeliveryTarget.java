package io.pactwatch.config;

import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One receiver of alerts.
 *
 * @param name its name in metrics, logs and its consumer group: lower-case letters, digits and hyphens, at most 40
 * @param type what it understands
 * @param url where to post
 * @param token sent as bearer token
 * @param signingKey key of the HMAC-SHA-256 signature of every message
 * @param headers further HTTP headers; their values are never logged
 * @param filter which alerts it gets
 * @param timing how long things may take
 */
public record DeliveryTarget(
        String name,
        Type type,
        SecretSource url,
        Optional<SecretSource> token,
        Optional<SecretSource> signingKey,
        Map<String, String> headers,
        Filter filter,
        Timing timing) {
    /** Headers that the HTTP client sets, or that would change the message. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "content-type", "expect", "host", "transfer-encoding", "upgrade");

    /** What a target understands. */
    public enum Type {
        /** Prometheus Alertmanager, API v2; the address without {@code /api/v2/alerts}. */
        ALERTMANAGER,
        /** A Slack-compatible webhook: text and blocks. */
        SLACK,
        /** A webhook that gets the alert as it stands on the topic. */
        JSON
    }

    /**
     * @param partnerships ids; empty for all
     * @param kinds empty for all
     * @param severity the least severity
     * @param historical whether alerts about what was old when it was read are sent too
     * @param fromBeginning whether the first start sends the alerts that are on the topic already
     */
    public record Filter(
            Set<String> partnerships,
            Set<AlertKind> kinds,
            Severity severity,
            boolean historical,
            boolean fromBeginning) {
        public static final Filter ALL = new Filter(Set.of(), Set.of(), Severity.INFO, false, false);

        public Filter {
            partnerships = Set.copyOf(partnerships);
            kinds = Set.copyOf(kinds);
            Objects.requireNonNull(severity, "severity");
        }
    }

    /**
     * @param connect longest wait for a connection, 10 ms to 5 min
     * @param request longest wait for the whole answer, 10 ms to 5 min
     * @param resend for an Alertmanager: how often open alerts are sent again, 1 s to 1 h
     * @param lifetime for an Alertmanager: how long an alert stays open that nothing resolves, 1 min to 365 days
     */
    public record Timing(Duration connect, Duration request, Duration resend, Duration lifetime) {
        public static final Timing DEFAULTS =
                new Timing(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofDays(1));

        public Timing {
            requireRange(connect, Duration.ofMillis(10), Duration.ofMinutes(5), "connectTimeout");
            requireRange(request, Duration.ofMillis(10), Duration.ofMinutes(5), "requestTimeout");
            requireRange(resend, Duration.ofSeconds(1), Duration.ofHours(1), "resend");
            requireRange(lifetime, Duration.ofMinutes(1), Duration.ofDays(365), "lifetime");
        }

        private static void requireRange(Duration value, Duration least, Duration most, String field) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(field + ": " + DurationText.format(value) + " is not between "
                        + DurationText.format(least) + " and " + DurationText.format(most));
            }
        }
    }

    public DeliveryTarget {
        if (!Objects.requireNonNull(name, "name").matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
            throw new IllegalArgumentException(
                    "name: '" + name + "' is not 1 to 40 lower-case letters, digits and hyphens");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(signingKey, "signingKey");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(timing, "timing");
        headers = Map.copyOf(headers);
        if (url.kind() == SecretSource.Kind.VALUE && !DeliveryConfig.isWebAddress(url.place())) {
            throw new IllegalArgumentException("url: not an http or https address with a host and without a user name");
        }
        for (var header : headers.entrySet()) {
            requireHeader(header.getKey(), header.getValue());
        }
        if (token.isPresent() && headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase)) {
            throw new IllegalArgumentException("headers: both a token and the header Authorization; give one");
        }
    }

    private static void requireHeader(String name, String value) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}") || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("headers: '" + name + "' is not a header that can be set");
        }
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("headers: the value of '" + name + "' is not printable ASCII");
        }
    }

    /** Without header values. */
    @Override
    public String toString() {
        return name + " (" + type.name().toLowerCase(Locale.ROOT) + ")";
    }
}
