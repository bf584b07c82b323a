package io.pactwatch.delivery;

import io.pactwatch.metrics.DeliveryMetrics.Failure;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a target answered.
 *
 * @param retryAfter how long it asks to be left alone
 */
record HttpReply(int status, Optional<Duration> retryAfter) {
    /** The message itself is at fault, so the next attempt would fail too. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

    private static final Set<Integer> THROTTLES = Set.of(408, 429);

    static HttpReply of(HttpResponse<?> answer, Instant now) {
        int status = answer.statusCode();
        boolean asked = status == 429 || status == 503;
        return new HttpReply(
                status,
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(value -> asked)
                        .flatMap(value -> RetryAfter.parse(value, now)));
    }

    /** Why this is a failure; absent if the target has taken the message. */
    Optional<Failure> failure() {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        if (REFUSALS.contains(status)) {
            return Optional.of(Failure.REFUSED);
        }
        if (THROTTLES.contains(status)) {
            return Optional.of(Failure.THROTTLED);
        }
        return Optional.of(status >= 500 ? Failure.SERVER : Failure.CLIENT);
    }

    /** Whether a later attempt may succeed. */
    boolean isToBeRetried() {
        return failure().filter(failure -> failure != Failure.REFUSED).isPresent();
    }
}
