package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links into the console.
 *
 * @param consoleUrl address of the console, without a slash at the end
 */
record ConsoleLinks(String consoleUrl) {
    /** The page of the console, with the alert in the fragment. */
    String to(Alert alert) {
        return consoleUrl + "/#alert=" + URLEncoder.encode(alert.id(), StandardCharsets.UTF_8);
    }
}
