package io.pactwatch.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.signal.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser. */
@Timeout(60)
class PageTest {
    private static final String HOSTILE = "<script>document.title='taken'</script><img src=x onerror=alert(1)>";
    private static PageBrowser browser;

    private final OutputView view = Outputs.view();
    private final List<String> errors = new ArrayList<>();
    private ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view);

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

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void listsPartnershipsByTheirLastNewsAndFiltersThem() {
        for (int i = 0; i < 500; i++) {
            view.enter(new Partnership(
                    "pair-" + i,
                    "Left " + i + " / Right",
                    List.of(
                            new Party("l" + i, "Left " + i, List.of(), List.of()),
                            new Party("r", "Right", List.of(), List.of()))));
        }
        try (Page page = open("/", 1280)) {
            Locator rows = page.locator("table.overview tbody tr");
            assertThat(rows).hasCount(502);
            assertThat(rows.first()).containsText("Acme / Bolt");
            assertThat(rows.first()).containsText("−0.60");
            page.getByLabel("Filter by name").fill("left 499");
            assertThat(rows).hasCount(1);
            assertThat(page.getByText("1 of 502 partnerships")).isVisible();
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void showsHostileTextAsTextAndLinksOnlyToTheWeb() {
        Citation citation = new Citation(
                HOSTILE,
                Optional.of("javascript:alert(1)"),
                Optional.of(HOSTILE),
                Outputs.day(200),
                "\" onload=\"",
                HOSTILE,
                0,
                HOSTILE.length());
        view.enter(Outputs.alert("bad", Outputs.PAIR, Severity.CRITICAL, 200, HOSTILE, citation));
        try (Page page = open("/#/p/acme-bolt", 1280)) {
            Locator alert = page.locator("#alert-bad");
            assertThat(alert.locator("h3")).hasText(HOSTILE);
            assertThat(alert.locator("blockquote")).hasText(HOSTILE);
            assertThat(alert.locator("script, img")).hasCount(0);
            assertThat(page.locator("a[href^='javascript:']")).hasCount(0);
            assertThat(page.locator("#alert-a0 figcaption a").first())
                    .hasAttribute("href", "https://example.org/article-a0");
            alert.locator("figcaption a").click();
            assertThat(page.locator("h1")).containsText(HOSTILE);
            assertThat(page.locator("#alert-bad")).isVisible();
            assertThat(page).not().hasTitle("taken");
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void listsWhatADigestGathersAndStrikesOutWhatWasTakenBack() {
        view.enter(Outputs.digest(
                "digest",
                210,
                new Alert.Digested("d1", AlertKind.TERM_CHANGE, Severity.WARNING, "New board seat", AlertStatus.OPEN),
                new Alert.Digested("d2", AlertKind.TERM_CHANGE, Severity.INFO, "New merger", AlertStatus.RETRACTED)));
        try (Page page = open("/#/p/acme-bolt", 1280)) {
            Locator entries = page.locator("#alert-digest .digest li");
            assertThat(entries).hasCount(2);
            assertThat(entries.first()).containsText("New board seat");
            assertThat(entries.last().locator("s")).hasText("New merger");
            assertThat(entries.last()).containsText("retracted");
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void drawsTheSeries() {
        try (Page page = open("/#/p/acme-bolt", 1280)) {
            assertThat(page.locator(".chart canvas")).isVisible();
            // The accent of the series and the ink of the pins, as drawn.
            page.waitForFunction(
                    """
                    () => {
                      const canvas = document.querySelector('.chart canvas');
                      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                      const has = (...colour) => {
                        for (let i = 0; i < pixels.length; i += 4) {
                          if (pixels[i + 3] > 200 && colour.every((c, k) => Math.abs(pixels[i + k] - c) < 12)) return true;
                        }
                        return false;
                      };
                      return has(10, 90, 131) && has(28, 28, 26);
                    }
                    """);
            assertThat(page.locator(".readout")).hasText(Pattern.compile("Latest story, 1 Apr 2025: tone −0\\.60; .*"));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void tellsTheTermsAsOfAnyDay() {
        try (Page page = open("/#/p/acme-bolt", 1280)) {
            Locator value = page.locator("table.ledger td[data-label='Value']");
            assertThat(value).hasText(Pattern.compile("20%.*10%"));
            page.getByLabel("In force on").fill("2025-02-01");
            assertThat(value).hasText("20%");
            page.getByLabel("In force on").fill("2024-02-01");
            assertThat(value).hasCount(0);
            page.locator(".ledger-tools button").click();
            assertThat(value).hasText(Pattern.compile("20%.*10%"));
            page.locator("table.ledger th button").click();
            assertThat(page.locator("tr.history li")).hasCount(2);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void showsAndAnnouncesAnAlertWithoutReload() {
        try (Page page = open("/#/p/acme-bolt", 1280)) {
            assertThat(page.locator("#status")).containsText("Live");
            assertThat(page.locator(".alert")).hasCount(7);
            view.enter(Outputs.alert("fresh", Outputs.PAIR, Severity.CRITICAL, 300, "Acme / Bolt: termination"));
            assertThat(page.locator(".alert").first()).containsText("Termination");
            assertThat(page.locator("#announcer")).hasText("New critical alert: Acme / Bolt: termination");
            assertThat(page.locator(".alert")).hasCount(8);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void fitsAPhoneAndTheDark() {
        Browser.NewContextOptions dark =
                new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK);
        try (Page page = browser.open(dark, url("/#/p/acme-bolt"), errors)) {
            assertThat(page.locator(".chart canvas")).isVisible();
            assertThat(page.locator(".alert")).hasCount(7);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(20, 21, 22)");
            page.navigate(url("/#/"));
            assertThat(page.locator("table.overview tbody tr")).hasCount(2);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        try (Page page = open("/", 1280)) {
            assertThat(page.locator("table.overview")).isVisible();
            page.keyboard().press("Tab");
            assertThat(page.locator("#skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("Filter by name")).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.locator("table.overview a").first()).isFocused();
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Acme / Bolt");
            assertThat(page.locator("#main")).isFocused();
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void asksForTheTokenOnceAndKeepsItForTheTab() {
        String token = "0123456789abcdef0123";
        harness.close();
        harness = new ConsoleHarness(new MonitorConfig.Console("127.0.0.1", 0, Optional.of(token), false), view);
        try (Page page = open("/", 1280)) {
            Locator dialog = page.locator("#token-dialog");
            assertThat(dialog).isVisible();
            page.locator("#token-input").fill("wrong");
            page.keyboard().press("Enter");
            assertThat(dialog).containsText("not the one of this console");
            page.locator("#token-input").fill(token);
            page.keyboard().press("Enter");
            assertThat(page.locator("table.overview tbody tr")).hasCount(2);
            page.reload();
            assertThat(page.locator("table.overview tbody tr")).hasCount(2);
            assertThat(dialog).not().isVisible();
        }
        assertThat(errors).allMatch(error -> error.contains("401"));
    }

    @Test
    void saysInWordsThatTheMonitorIsGone() {
        try (Page page = open("/", 1280)) {
            assertThat(page.locator("#status")).containsText("Live");
            harness.console.close();
            assertThat(page.locator("#status")).containsText("Not connected; trying again");
            page.navigate(url("/#/p/cog-dyn"));
            assertThat(page.getByText("The ledger cannot be shown. The monitor does not answer; is it running?"))
                    .isVisible();
        }
    }

    private Page open(String path, int width) {
        return browser.open(new Browser.NewContextOptions().setViewportSize(width, 900), url(path), errors);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + harness.console.port() + path;
    }
}
