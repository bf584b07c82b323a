package io.pactwatch.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pactwatch.analysis.Decision;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds wrong with the page. */
@Timeout(60)
class PageAccessibilityTest {
    private static final String RUN =
            """
            () => axe.run(document, {resultTypes: ['violations']}).then(result => JSON.stringify(result.violations
              .map(v => ({id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html + ' ' + n.failureSummary)}))))""";

    private static PageBrowser browser;
    private static String axe;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = PageBrowser.start();
        try (InputStream script = PageAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/#/, LIGHT, 1280, table.overview",
        "/#/, DARK, 1280, table.overview",
        "/#/, LIGHT, 360, table.overview",
        "/#/p/acme-bolt, LIGHT, 1280, .chart canvas",
        "/#/p/acme-bolt, DARK, 1280, .chart canvas",
        "/#/p/acme-bolt, DARK, 360, .chart canvas",
        "/#/article/article-a0, LIGHT, 1280, .alert",
        "/#/article/article-a0, DARK, 360, .alert",
        "/#/article/quiet, DARK, 1280, main",
        "/#/p/nobody-knows, LIGHT, 1280, main"
    })
    void hasNoSeriousViolation(String path, ColorScheme scheme, int width, String shown) {
        OutputView view = Outputs.view();
        view.enter(new Decision(
                "quiet", Optional.of("acme-bolt"), Decision.Reason.RETELLING, "retells story s1", Outputs.day(3)));
        try (ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view);
                Page page = open(harness, path, scheme, width)) {
            assertThat(page.locator(shown).first()).isVisible();
            assertThat(seriousViolations(page)).isEmpty();
        }
    }

    @Test
    void hasNoSeriousViolationWhereTheTokenIsAskedFor() {
        MonitorConfig.Console settings =
                new MonitorConfig.Console("127.0.0.1", 0, Optional.of("0123456789abcdef0123"), false);
        try (ConsoleHarness harness = new ConsoleHarness(settings, Outputs.view());
                Page page = open(harness, "/", ColorScheme.DARK, 1280)) {
            assertThat(page.locator("#token-dialog")).isVisible();
            assertThat(seriousViolations(page)).isEmpty();
        }
    }

    @Test
    void findsWhatIsWrong() {
        try (ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, Outputs.view());
                Page page = open(harness, "/", ColorScheme.LIGHT, 1280)) {
            page.evaluate("document.querySelector('main').append(document.createElement('button'))");
            assertThat(seriousViolations(page)).anyMatch(violation -> violation.startsWith("button-name"));
        }
    }

    private static Page open(ConsoleHarness harness, String path, ColorScheme scheme, int width) {
        return browser.open(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme),
                "http://127.0.0.1:" + harness.console.port() + path,
                new ArrayList<>());
    }

    private static List<String> seriousViolations(Page page) {
        page.evaluate(axe);
        List<String> serious = new ArrayList<>();
        for (JsonNode violation :
                Json.read(((String) page.evaluate(RUN)).getBytes(StandardCharsets.UTF_8), JsonNode.class)) {
            if (List.of("serious", "critical").contains(violation.path("impact").asText())) {
                serious.add(violation.path("id").asText() + ": " + violation.path("nodes"));
            }
        }
        return serious;
    }
}
