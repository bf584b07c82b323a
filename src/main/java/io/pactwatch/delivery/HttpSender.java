package io.pactwatch.delivery;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.DeliveryConfig;
import io.pactwatch.config.DeliveryTarget;
import io.pactwatch.config.SecretSource;
import io.pactwatch.metrics.DeliveryMetrics;
import io.pactwatch.metrics.DeliveryMetrics.Failure;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to one target until it takes the message or refuses it for good. Waits between attempts grow from half a second
 * to a minute, by chance up to a quarter longer or shorter, unless the target says how long to wait. Redirects are not
 * followed: they would carry the token elsewhere. Neither address, header, body nor answer is ever logged. Thread-safe.
 */
final class HttpSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final double JITTER = 0.25;

    /** Tells Failsafe to wait as the backoff has it. */
    private static final Duration NOT_SAID = Duration.ofNanos(-1);

    private final DeliveryTarget target;
    private final Map<String, String> environment;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final HttpClient client;
    private final ScheduledExecutorService schedule;
    private final FailsafeExecutor<HttpReply> retries;

    /**
     * @throws InvalidInputException naming target and place if a secret cannot be read or is of no use
     */
    HttpSender(DeliveryTarget target, Map<String, String> environment, DeliveryMetrics metrics, Clock clock) {
        this.target = target;
        this.environment = environment;
        this.metrics = metrics;
        this.clock = clock;
        request(new Payload("", Map.of(), now -> new byte[0]), clock.instant());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(target.timing().connect())
                .proxy(ProxySelector.getDefault())
                .build();
        schedule = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "delivery-" + target.name() + "-schedule");
            thread.setDaemon(true);
            return thread;
        });
        retries = Failsafe.with(policy()).with(schedule);
    }

    /** Completes when the target has answered for good; cancel it to give up. */
    CompletableFuture<HttpReply> send(Payload payload) {
        return retries.getStageAsync(() -> attempt(payload));
    }

    /** Ends all attempts. */
    @Override
    public void close() {
        schedule.shutdownNow();
    }

    private RetryPolicy<HttpReply> policy() {
        return RetryPolicy.<HttpReply>builder()
                .handleIf((reply, problem) -> problem != null || reply.isToBeRetried())
                .abortOn(CancellationException.class)
                .withMaxRetries(-1)
                .withBackoff(FIRST_WAIT, LONGEST_WAIT)
                .withJitter(JITTER)
                .withDelayFn(context -> Optional.ofNullable(context.getLastResult())
                        .flatMap(HttpReply::retryAfter)
                        .map(HttpSender::atLeast)
                        .orElse(NOT_SAID))
                .onFailedAttempt(this::log)
                .onSuccess(event -> logSuccess(event.getAttemptCount()))
                .build();
    }

    /** So long that chance cannot make it shorter than that. */
    private static Duration atLeast(Duration wait) {
        return Duration.ofMillis((long) Math.ceil(wait.toMillis() / (1 - JITTER)));
    }

    private CompletableFuture<HttpReply> attempt(Payload payload) {
        HttpRequest request;
        try {
            request = request(payload, clock.instant());
        } catch (InvalidInputException e) {
            metrics.failed(Failure.SETTINGS);
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<HttpResponse<Void>> call = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        // The time-out of the request ends with the headers of the answer; this one includes the body.
        CompletableFuture<HttpReply> reply = call.thenApply(answer -> HttpReply.of(answer, clock.instant()))
                .orTimeout(target.timing().request().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete(this::count);
        reply.whenComplete((answer, problem) -> call.cancel(true));
        return reply;
    }

    private void count(HttpReply reply, Throwable problem) {
        Throwable cause = cause(problem);
        if (cause == null) {
            reply.failure().ifPresent(metrics::failed);
        } else if (!(cause instanceof CancellationException)) {
            metrics.failed(failure(cause));
        }
    }

    private HttpRequest request(Payload payload, Instant now) {
        byte[] body = payload.body().apply(now);
        HttpRequest.Builder request = HttpRequest.newBuilder(address())
                .timeout(target.timing().request())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        payload.headers().forEach(request::setHeader);
        target.headers().forEach(request::setHeader);
        target.token().ifPresent(token -> request.setHeader("Authorization", "Bearer " + ascii(token, "token")));
        target.signingKey().ifPresent(key -> {
            request.setHeader(Signature.TIME_HEADER, Long.toString(now.getEpochSecond()));
            request.setHeader(Signature.HEADER, Signature.of(read(key, "signingKey"), now.getEpochSecond(), body));
        });
        return request.build();
    }

    private URI address() {
        String url = read(target.url(), "url");
        if (!DeliveryConfig.isWebAddress(url)) {
            throw invalid("url", target.url() + ": no http or https address with a host and without a user name");
        }
        if (target.type() != DeliveryTarget.Type.ALERTMANAGER) {
            return URI.create(url);
        }
        return URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/api/v2/alerts");
    }

    private String ascii(SecretSource source, String what) {
        String value = read(source, what);
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw invalid(what, source + ": not printable ASCII");
        }
        return value;
    }

    private String read(SecretSource source, String what) {
        try {
            return source.read(environment);
        } catch (InvalidInputException e) {
            throw invalid(what, e.getMessage());
        }
    }

    private InvalidInputException invalid(String what, String problem) {
        return new InvalidInputException("delivery target '" + target.name() + "': " + what + ": " + problem);
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    private static Failure failure(Throwable cause) {
        boolean late = cause instanceof HttpTimeoutException || cause instanceof TimeoutException;
        return late && !(cause instanceof HttpConnectTimeoutException) ? Failure.TIMEOUT : Failure.CONNECTION;
    }

    /** Tells the first failure and then ever fewer: the second, fourth, eighth. */
    private void log(ExecutionAttemptedEvent<HttpReply> event) {
        int attempt = event.getAttemptCount();
        if (Integer.bitCount(attempt) != 1) {
            return;
        }
        Throwable problem = event.getLastException();
        String what = problem == null
                ? "status " + event.getLastResult().status()
                : problem instanceof InvalidInputException
                        ? problem.getMessage()
                        : problem.getClass().getSimpleName();
        LOG.warn("delivery target '{}': attempt {} failed ({}); trying again", target.name(), attempt, what);
    }

    private void logSuccess(int attempts) {
        if (attempts > 1) {
            LOG.info("delivery target '{}': answered at attempt {}", target.name(), attempts);
        }
    }
}
