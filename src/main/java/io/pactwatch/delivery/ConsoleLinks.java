package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;

/**
 * Links into the console.
 *
 * @param consoleUrl address of the console, without a slash at the end
 */
record ConsoleLinks(String consoleUrl) {
    /** The page of the partnership of an alert; ids of partnerships need no escaping. */
    String to(Alert alert) {
        return consoleUrl + "/#/p/" + alert.partnership().id();
    }
}
