package io.pactwatch.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * One message to a target.
 *
 * @param subject what it is about, for the log: an alert id
 * @param headers of this message
 * @param body made anew for every attempt, from the time of the attempt
 */
record Payload(String subject, Map<String, String> headers, Function<Instant, byte[]> body) {}
