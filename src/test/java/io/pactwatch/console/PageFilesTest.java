package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/pactwatch/console/web");

    private final ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, Outputs.view());

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void servesEveryFileOfThePageWithItsType() throws Exception {
        Map<String, String> types = Map.of(
                "css", "text/css; charset=utf-8",
                "js", "text/javascript; charset=utf-8",
                "svg", "image/svg+xml",
                "txt", "text/plain; charset=utf-8",
                "html", "text/html; charset=utf-8");
        for (Path file : files()) {
            String name = FOLDER.relativize(file).toString().replace('\\', '/');
            HttpResponse<String> response = harness.get(name.equals("page.html") ? "/" : "/web/" + name);

            assertThat(response.statusCode()).as(name).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains(types.get(name.substring(name.lastIndexOf('.') + 1)));
            assertThat(response.body()).isEqualTo(Files.readString(file));
            assertThat(response.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void letsThePageLoadNothingFromElsewhereAndRunNothingInline() throws Exception {
        HttpResponse<String> page = harness.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                        + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("<style", "style=", "onclick", "http://", "https://");
        assertThat(Pattern.compile("<script(?! type=\"module\" src=\"/web/)")
                        .matcher(page.body())
                        .find())
                .isFalse();
    }

    @Test
    void neverMakesMarkupOfText() throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(".js") && !file.toString().contains("uplot")) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/",
                "/web",
                "/web/page.html",
                "/web/../openapi.yaml",
                "/web/%2e%2e/openapi.yaml",
                "/web/..%2fopenapi.yaml",
                "/web/%2e%2e%2f%2e%2e%2f..%2fetc/passwd",
                "//etc/passwd",
                "/web/page.js/",
                "/web/page.js%00.css",
                "/web\\page.js"
            })
    void answersForNoOtherPath(String path) throws Exception {
        String raw = path.replace("\\", "%5c");

        assertThat(harness.get(raw).statusCode()).isEqualTo(404);
    }

    @Test
    void describesEveryRouteAndAnswersEveryDescribedPath() throws Exception {
        JsonNode document =
                new YAMLMapper().readTree(harness.get("/api/openapi.yaml").body());
        Set<String> described = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(described::add);
        Set<String> routes = ConsoleServer.resources(
                        harness.meters.registry(),
                        () -> new Health(true, true, "RUNNING"),
                        ConsoleHarness.api(Outputs.view()))
                .keySet()
                .stream()
                .filter(path -> !path.startsWith(PageFiles.FOLDER))
                .collect(Collectors.toCollection(TreeSet::new));
        routes.add(ConsoleHandler.EVENTS);

        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(described).isEqualTo(routes);
        Map<String, String> required = Map.of(
                "/api/ledger", "?partnership=acme-bolt",
                "/api/sentiment", "?partnership=acme-bolt",
                "/api/decisions", "?input=article-a1");
        for (String path : described) {
            HttpResponse<String> response = harness.send(harness.request(path + required.getOrDefault(path, ""))
                    .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            String type =
                    response.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
            JsonNode get = document.path("paths").path(path).path("get");
            JsonNode ok = get.at("/responses/200").has("$ref")
                    ? document.at("/components/responses/Health")
                    : get.at("/responses/200");
            assertThat(ok.path("content").has(type)).as(path + " " + type).isTrue();
        }
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
