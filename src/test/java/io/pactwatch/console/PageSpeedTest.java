package io.pactwatch.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.article.Party;
import io.pactwatch.signal.SentimentPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a reader waits for a page that has much to show. */
@Timeout(180)
class PageSpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(PageSpeedTest.class);
    private static final int PARTNERSHIPS = 500;
    private static final int ALERTS_EACH = 20;
    private static final int POINTS_EACH = 50;
    private static final int LOADS = 5;
    private static final double LIMIT_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static PageBrowser browser;

    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        browser = PageBrowser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void paintsWithinASecondWithManyPartnershipsAndAlerts() {
        try (ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, manyPartnerships())) {
            String address = "http://127.0.0.1:" + harness.console.port();
            double overview = best(address + "/#/", "table.overview tbody tr:nth-child(" + PARTNERSHIPS + ")");
            double partnership = best(address + "/#/p/p-7", ".chart canvas");
            LOG.info(
                    "{} partnerships, {} alerts: first paint to all rows {} ms, partnership with chart {} ms",
                    PARTNERSHIPS,
                    PARTNERSHIPS * ALERTS_EACH,
                    Math.round(overview),
                    Math.round(partnership));
            assertThat(overview).isLessThan(LIMIT_MILLIS);
            assertThat(partnership).isLessThan(LIMIT_MILLIS);
        }
        assertThat(errors).isEmpty();
    }

    /**
     * Milliseconds from the request to the paint that shows this, with nothing cached: the least of several loads, and of
     * more where the machine is busy with other things.
     */
    private double best(String url, String shown) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < LOADS || (best >= LIMIT_MILLIS && System.nanoTime() < end); i++) {
            best = Math.min(best, load(url, shown));
        }
        return best;
    }

    private double load(String url, String shown) {
        try (Page page = browser.open(new Browser.NewContextOptions().setViewportSize(1280, 900), url, errors)) {
            double painted = ((Number) page.evaluate(
                            """
                            shown => new Promise(done => {
                              const look = () => document.querySelector(shown)
                                  ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
                                  : requestAnimationFrame(look);
                              look();
                            })""",
                            shown))
                    .doubleValue();
            assertThat(page.locator(shown)).isVisible();
            return painted;
        }
    }

    private static OutputView manyPartnerships() {
        OutputView view = new OutputView();
        for (int i = 0; i < PARTNERSHIPS; i++) {
            PartnershipRef pair = new PartnershipRef("p-" + i, "Left " + i + " / Right", List.of("Left " + i, "Right"));
            view.enter(new Partnership(
                    pair.id(),
                    pair.name(),
                    List.of(
                            new Party("l" + i, "Left " + i, List.of(), List.of()),
                            new Party("r", "Right", List.of(), List.of()))));
            for (int n = 0; n < ALERTS_EACH; n++) {
                view.enter(Outputs.alert(
                        "a-" + i + "-" + n, pair, Severity.WARNING, n * 10, pair.name() + ": revenue share changed"));
            }
            for (int n = 0; n < POINTS_EACH; n++) {
                double level = Math.sin(i + n) * 0.9;
                view.enter(new SentimentPoint(pair.id(), "s" + n, Outputs.day(n * 7), level, 0.1, 0.3, 0.5, 0.2, 4.2));
            }
        }
        view.complete();
        return view;
    }
}
