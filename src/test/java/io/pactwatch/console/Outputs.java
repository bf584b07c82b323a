package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.StatedTime;
import io.pactwatch.signal.TermKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages of the output topics, as a monitor would have written them. */
final class Outputs {
    static final Instant DAY_ZERO = Instant.parse("2025-01-01T00:00:00Z");
    static final PartnershipRef PAIR = new PartnershipRef("acme-bolt", "Acme / Bolt", List.of("Acme", "Bolt"));
    static final PartnershipRef OTHER = new PartnershipRef("cog-dyn", "Cog / Dyn", List.of("Cog", "Dyn"));

    private Outputs() {}

    static Instant day(int day) {
        return DAY_ZERO.plus(Duration.ofDays(day));
    }

    static Alert alert(String id, int day) {
        return alert(id, PAIR, Severity.WARNING, day, "Acme / Bolt: revenue share changed (20% -> 10%)");
    }

    static Alert alert(String id, PartnershipRef partnership, Severity severity, int day, String title) {
        return alert(id, partnership, severity, day, title, citation("article-" + id, day));
    }

    static Alert alert(
            String id, PartnershipRef partnership, Severity severity, int day, String title, Citation citation) {
        String json = Json.write(new Message(
                id,
                AlertKind.TERM_CHANGE,
                AlertStatus.OPEN,
                severity,
                partnership,
                title,
                "The change is stated on the record by a party.",
                new Alert.Term("REVENUE_SHARE", Optional.empty(), Optional.of("acme")),
                percent(20),
                percent(10),
                Stage.ANNOUNCED,
                day(day),
                day(day + 1),
                List.of(new Root("daily planet", List.of("Daily Planet"), false)),
                List.of(citation),
                List.of("STATUS_CHANGED", "ROOTS_1"),
                1));
        return ClippedJson.read(json.getBytes(StandardCharsets.UTF_8), Alert.class);
    }

    static Alert digest(String id, int day, Alert.Digested... entries) {
        Alert base = alert(id, PAIR, Severity.INFO, day, "Acme / Bolt: more alerts of the day");
        return new Alert(
                id,
                AlertKind.DIGEST,
                base.status(),
                base.severity(),
                base.partnership(),
                base.title(),
                base.summary(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                base.publishedAt(),
                base.detectedAt(),
                base.roots(),
                base.evidence(),
                List.of("BUDGET"),
                false,
                List.of(entries),
                1);
    }

    /** The fields of an alert message that every reader needs; further fields of the format are absent. */
    private record Message(
            String id,
            AlertKind kind,
            AlertStatus status,
            Severity severity,
            PartnershipRef partnership,
            String title,
            String summary,
            Alert.Term term,
            TermValue before,
            TermValue after,
            Stage stage,
            Instant publishedAt,
            Instant detectedAt,
            List<Root> roots,
            List<Citation> evidence,
            List<String> reasons,
            int schemaVersion) {}

    static Citation citation(String article, int day) {
        String exact = "Acme will pass on a tenth.";
        return new Citation(
                article,
                Optional.of("https://example.org/" + article),
                Optional.of("Daily Planet"),
                day(day),
                "en",
                exact,
                0,
                exact.length());
    }

    static SentimentPoint point(String story, int day, double level) {
        return new SentimentPoint(PAIR.id(), story, day(day), level, 0.1, 0.3, 0.5, 0.2, 4.2);
    }

    /** A share that is 20% from day 10 on and 10% from day 100 on. */
    static LedgerLine shares() {
        return new LedgerLine(
                PAIR,
                new TermKey("REVENUE_SHARE", Optional.empty(), Optional.of("acme")),
                List.of(change(ClaimStatus.NEW, 20, 10), change(ClaimStatus.CHANGED, 10, 100)));
    }

    static LedgerChange change(ClaimStatus status, int percent, int day) {
        return new LedgerChange(
                status,
                Optional.of(percent(percent)),
                day(day),
                day(day + 5),
                day(day + 5),
                Stage.ANNOUNCED,
                List.of(new Root("daily planet", List.of("Daily Planet"), false)),
                List.of(citation("article-" + percent, day + 5)),
                Optional.of(new StatedTime(day(day), Stage.ANNOUNCED)),
                Optional.empty(),
                Optional.of(day(day + 5)),
                List.of());
    }

    static TermValue percent(int percent) {
        return new TermValue.Percent(BigDecimal.valueOf(percent));
    }

    /** A view with two partnerships, complete. */
    static OutputView view() {
        OutputView view = new OutputView();
        for (int i = 0; i < 7; i++) {
            view.enter(alert("a" + i, i));
        }
        view.enter(alert("c0", OTHER, Severity.CRITICAL, 50, "Cog / Dyn: new merger"));
        List<Double> levels = new ArrayList<>(List.of(0.4, 0.5, 0.3, -0.6));
        for (int i = 0; i < levels.size(); i++) {
            view.enter(point("s" + i, 30 * i, levels.get(i)));
        }
        view.enter(shares());
        view.complete();
        return view;
    }
}
