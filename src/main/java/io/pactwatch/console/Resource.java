package io.pactwatch.console;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pactwatch.serde.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something that can be read at a path. Thread-safe. */
@FunctionalInterface
interface Resource {
    /** @throws BadRequestException if the parameters are wrong */
    Response get(Request request) throws IOException;

    /** All meters in Prometheus' text format, or in OpenMetrics where the client asks for it. */
    static Resource metrics(PrometheusMeterRegistry registry) {
        String text = "text/plain; version=0.0.4; charset=utf-8";
        String openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        return request -> {
            String contentType = request.accept().contains("application/openmetrics-text") ? openMetrics : text;
            ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
            registry.scrape(body, contentType);
            return new Response(200, contentType, body.toByteArray(), false);
        };
    }

    /** The health as JSON, with status 503 where the question is answered with no. */
    static Resource health(Supplier<Health> health, Predicate<Health> question) {
        return request -> {
            Health now = health.get();
            return new Response(question.test(now) ? 200 : 503, "application/json", Json.bytes(now), false);
        };
    }
}
