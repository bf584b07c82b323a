package io.pactwatch.config;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where alerts are sent to besides the alerts topic.
 *
 * @param consoleUrl address of the console as people reach it, for links; without a slash at the end
 * @param targets with different names
 */
public record DeliveryConfig(String consoleUrl, List<DeliveryTarget> targets) {
    /** Nowhere. */
    public static final DeliveryConfig NONE = new DeliveryConfig("http://localhost:8080", List.of());

    public DeliveryConfig {
        Objects.requireNonNull(consoleUrl, "delivery.consoleUrl");
        if (!isWebAddress(consoleUrl)) {
            throw new IllegalArgumentException(
                    "delivery.consoleUrl: '" + consoleUrl + "' is no address such as http://localhost:8080");
        }
        consoleUrl = consoleUrl.endsWith("/") ? consoleUrl.substring(0, consoleUrl.length() - 1) : consoleUrl;
        targets = List.copyOf(targets);
        requireDistinctNames(targets);
    }

    static void requireDistinctNames(List<DeliveryTarget> targets) {
        Set<String> names = new HashSet<>();
        for (DeliveryTarget target : targets) {
            if (!names.add(target.name())) {
                throw new IllegalArgumentException(
                        "delivery.targets: two targets of the name '" + target.name() + "'; give each its own");
            }
        }
    }

    /** Whether the text is an absolute http or https address with a host and without a user name in it. */
    public static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
