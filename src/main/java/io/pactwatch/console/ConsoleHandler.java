package io.pactwatch.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET and HEAD for exact paths: 400 for wrong parameters, 401 without the token, 403 for a foreign host name, 404
 * for any other path, 405 for any other method, 413 for a request with a body, 414 for one with a long query, 500 for a
 * resource that fails. Sends no headers that would let pages of other origins read.
 */
final class ConsoleHandler implements HttpHandler {
    static final String EVENTS = "/api/events";
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleHandler.class);
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(30);
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final Map<String, Resource> resources;
    private final AccessRule access;
    private final EventStreams events;
    private final WriteWatch watch;

    ConsoleHandler(Map<String, Resource> resources, AccessRule access, EventStreams events, WriteWatch watch) {
        this.resources = Map.copyOf(resources);
        this.access = access;
        this.events = events;
        this.watch = watch;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("");
        setHeaders(exchange.getResponseHeaders(), path);
        Optional<Response> refusal = refusal(exchange, path);
        if (refusal.isEmpty() && path.equals(EVENTS) && !isHead(exchange)) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            if (events.accept(exchange)) {
                return;
            }
            exchange.getResponseHeaders().set("Retry-After", "10");
            refusal = Optional.of(Response.line(
                    503, "events: " + EventStreams.MAX_CLIENTS + " clients follow already, try again later"));
        }
        Response response = refusal.isPresent() ? refusal.get() : answer(exchange, path);
        watch.run(WRITE_LIMIT, () -> {
            try (exchange) {
                send(exchange, response);
            }
        });
    }

    /** Why the request is not answered, if it is not. */
    private Optional<Response> refusal(HttpExchange exchange, String path) {
        Headers headers = exchange.getRequestHeaders();
        if (!access.allowsHost(Optional.ofNullable(headers.getFirst("Host")))) {
            return refuse(403, "host: this console answers to local names only; set console.token to use another");
        }
        if (!resources.containsKey(path) && !path.equals(EVENTS)) {
            return refuse(404, "not found");
        }
        if (!exchange.getRequestMethod().equals("GET") && !isHead(exchange)) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return refuse(405, "method not allowed");
        }
        if (headers.containsKey("Transfer-Encoding")
                || !Optional.ofNullable(headers.getFirst("Content-Length"))
                        .orElse("0")
                        .equals("0")) {
            return refuse(413, "a request with a body is not answered");
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        if (query.length() > Query.MAX_LENGTH) {
            return refuse(414, "query: longer than " + Query.MAX_LENGTH + " characters");
        }
        if (!isOpen(path) && !access.allowsToken(Optional.ofNullable(headers.getFirst("Authorization")))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            return refuse(401, "the header 'Authorization: Bearer TOKEN' is missing or wrong");
        }
        return Optional.empty();
    }

    /** Health is for whatever runs the monitor; the files of the page hold no data, and the page asks for the token. */
    private static boolean isOpen(String path) {
        return path.startsWith("/health/") || isPage(path);
    }

    private static boolean isPage(String path) {
        return path.equals("/") || path.startsWith(PageFiles.FOLDER);
    }

    private Response answer(HttpExchange exchange, String path) {
        if (path.equals(EVENTS)) {
            return new Response(200, "text/event-stream", new byte[0], false);
        }
        try {
            Query query =
                    Query.parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()));
            return resources.get(path).get(new Request(path, query, header(exchange, "Accept")));
        } catch (BadRequestException e) {
            return Response.line(400, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("console: {} failed: {}", path, e.toString());
            return Response.line(500, "failed, see the log");
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.join(",", exchange.getRequestHeaders().getOrDefault(name, List.of()));
    }

    private static void setHeaders(Headers headers, String path) {
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", isPage(path) ? PAGE_POLICY : DATA_POLICY);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.contentType());
        if (response.kept()) {
            headers.set("Cache-Control", "private, no-cache");
            headers.set("ETag", response.entityTag());
            if (matches(header(exchange, "If-None-Match"), response.entityTag())) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        if (isHead(exchange)) {
            headers.set("Content-Length", Integer.toString(response.body().length));
            exchange.sendResponseHeaders(response.status(), -1);
        } else {
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private static boolean matches(String ifNoneMatch, String entityTag) {
        return List.of(ifNoneMatch.split(",")).stream()
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(entityTag) || tag.equals("*"));
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static Optional<Response> refuse(int status, String message) {
        return Optional.of(Response.line(status, message));
    }
}
