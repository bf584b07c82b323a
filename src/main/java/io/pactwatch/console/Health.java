package io.pactwatch.console;

import java.util.Objects;

/**
 * Health of the monitor as the console reports it.
 *
 * @param live whether the process can still do its work; if not, restart it
 * @param ready whether it processes its inputs
 * @param state one word or line for people, such as {@code RUNNING}
 */
public record Health(boolean live, boolean ready, String state) {
    public Health {
        if (Objects.requireNonNull(state, "state").isBlank()) {
            throw new IllegalArgumentException("state: blank");
        }
    }
}
