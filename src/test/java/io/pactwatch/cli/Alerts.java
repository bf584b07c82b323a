package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Alerts for tests. */
final class Alerts {
    static final Instant PUBLISHED = Instant.parse("2025-01-22T09:00:00Z");
    private static final PartnershipRef PARTNERSHIP =
            new PartnershipRef("microsoft-openai", "Microsoft / OpenAI", List.of("Microsoft", "OpenAI"));

    private Alerts() {}

    /** An open alert about a revenue share that goes from 20% to 25%, quoted from these articles. */
    static Alert term(String id, AlertKind kind, String term, String... articleIds) {
        return alert(
                id,
                kind,
                "Revenue share changed",
                Optional.of(new Alert.Term(term, Optional.empty(), Optional.of("openai"))),
                Optional.empty(),
                Arrays.stream(articleIds)
                        .map(article -> quote(article, "OpenAI will pay 25 percent"))
                        .toList());
    }

    static Alert withTitleAndQuote(String title, String exact) {
        return alert(
                "id-1",
                AlertKind.TERM_CHANGE,
                title,
                Optional.of(new Alert.Term("REVENUE_SHARE", Optional.empty(), Optional.of("openai"))),
                Optional.empty(),
                List.of(quote("a-1", exact)));
    }

    static Alert shift() {
        Shift shift = new Shift(Shift.Direction.DOWN, 0.45, -0.5, -2.25, PUBLISHED, 6.1, 5.0);
        return alert(
                "id-2",
                AlertKind.SENTIMENT_SHIFT,
                "The tone has turned",
                Optional.empty(),
                Optional.of(shift),
                List.of(quote("a-1", "The two no longer speak")));
    }

    /** A digest of so many alerts, the second of which was taken back. */
    static Alert digest(int size) {
        List<Alert.Digested> listed = IntStream.range(0, size)
                .mapToObj(i -> new Alert.Digested(
                        "id-" + i,
                        AlertKind.TERM_CHANGE,
                        Severity.INFO,
                        "Minor matter " + i,
                        i == 1 ? AlertStatus.RETRACTED : AlertStatus.OPEN))
                .toList();
        Alert one = withTitleAndQuote("More", "quote");
        return new Alert(
                "digest-1",
                AlertKind.DIGEST,
                AlertStatus.UPDATED,
                Severity.INFO,
                PARTNERSHIP,
                size + " more",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PUBLISHED,
                PUBLISHED,
                one.roots(),
                one.evidence(),
                List.of("BUDGET_SPENT"),
                false,
                listed,
                Alert.SCHEMA_VERSION);
    }

    private static Alert alert(
            String id,
            AlertKind kind,
            String title,
            Optional<Alert.Term> term,
            Optional<Shift> shift,
            List<Citation> evidence) {
        boolean aboutTerm = term.isPresent();
        return new Alert(
                id,
                kind,
                AlertStatus.OPEN,
                Severity.CRITICAL,
                PARTNERSHIP,
                title,
                "",
                term,
                Optional.of(percent(20)).filter(value -> aboutTerm),
                Optional.of(percent(25)).filter(value -> aboutTerm),
                shift,
                Optional.of(Stage.ANNOUNCED).filter(stage -> aboutTerm),
                Optional.empty(),
                Optional.empty(),
                PUBLISHED,
                PUBLISHED,
                List.of(new Root("harbor business daily", List.of("Harbor Business Daily", "El Faro"), false)),
                evidence,
                List.of("STATUS_CHANGED"),
                false,
                List.of(),
                Alert.SCHEMA_VERSION);
    }

    private static Citation quote(String articleId, String exact) {
        return new Citation(
                articleId,
                Optional.of("https://example.org/" + articleId),
                Optional.of("Harbor Business Daily"),
                PUBLISHED,
                "en",
                exact,
                0,
                exact.codePointCount(0, exact.length()));
    }

    private static TermValue percent(long number) {
        return new TermValue.Percent(BigDecimal.valueOf(number));
    }
}
