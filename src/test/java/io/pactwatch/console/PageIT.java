package io.pactwatch.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.testing.Kafka;
import io.pactwatch.testing.Messages;
import io.pactwatch.topology.MonitorRunner;
import io.pactwatch.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles go in at one end, and a browser shows what comes out at the other. */
@Timeout(180)
class PageIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SCRIPT = "<script>document.title='taken'</script><img src=x onerror=\"alert(1)\">";

    @Test
    void anArticleBecomesAnAlertOnTheOpenPageAndAHostileOneRunsNothing(@TempDir Path folder) throws Exception {
        List<String> errors = new ArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                PageBrowser browser = PageBrowser.start()) {
            MonitorConfig defaults = MonitorConfig.DEFAULTS;
            MonitorConfig config = defaults.withBootstrapServers(broker.bootstrapServers())
                    .withStream(new MonitorConfig.Stream(
                            1, defaults.stream().commitInterval(), folder.resolve("state"), ""));
            OutputView view = new OutputView();
            MonitorRunner runner = MonitorRunner.start(
                    config, List.of(Messages.partnership("acme", "globex")), MonitorMetrics.NONE, streams -> {});
            OutputReader reader = OutputReader.start(config, view);
            ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view);
            try (runner;
                    reader;
                    harness) {
                assertThat(runner.awaitRunning(LIMIT)).isTrue();
                await().atMost(LIMIT).until(view::isComplete);
                Page page = browser.open(
                        new Browser.NewContextOptions().setViewportSize(1280, 900),
                        "http://127.0.0.1:" + harness.console.port() + "/#/p/acme-globex",
                        errors);
                assertThat(page.locator("#status")).containsText("Live");

                send(
                        config,
                        Messages.article("plain", Messages.investment("Acme", "Globex", 7), Messages.TIME)
                                .toString());
                isShown(page.locator(".alert blockquote", new Page.LocatorOptions().setHasText("$7 billion")));
                send(config, hostile().toString());
                Locator quote = page.locator(".alert", new Page.LocatorOptions().setHasText("$9 billion"));
                isShown(quote);

                assertThat(page.locator("main script, main img")).hasCount(0);
                assertThat(page.locator("a[href^='javascript:']")).hasCount(0);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(1280);
                assertThat(page).not().hasTitle("taken");

                page.getByLabel("Article or event id").fill(SCRIPT);
                page.keyboard().press("Enter");
                assertThat(page.locator("h1")).containsText(SCRIPT);
                isShown(page.locator(".alert"));
                assertThat(page).not().hasTitle("taken");
            }
        }
        assertThat(errors).isEmpty();
    }

    /** Markup in every text field, a title of 900 KB, and an address that would run a script. */
    private static ObjectNode hostile() {
        return Messages.article(
                        SCRIPT,
                        SCRIPT + " " + Messages.investment("Acme", "Globex", 9),
                        Messages.TIME.plus(Duration.ofDays(40)))
                .put("title", SCRIPT + "A".repeat(900_000))
                .put("source", SCRIPT)
                .put("url", "javascript:alert(1)");
    }

    private static void send(MonitorConfig config, String article) throws Exception {
        Kafka.send(config.bootstrapServers(), Topics.of(config).articles(), List.of(article));
    }

    private static void isShown(Locator locator) {
        assertThat(locator.first()).isVisible(new IsVisibleOptions().setTimeout(LIMIT.toMillis()));
    }
}
