package io.pactwatch.alert;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Articles;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.TermKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signals for tests of the alerts. */
final class SignalSamples {
    private static final Citation QUOTE = new Citation(
            "a1",
            Optional.of("https://example.org/a1"),
            Optional.of("Daily Planet"),
            Articles.DAY_ZERO,
            "en",
            "The exclusivity ends.",
            0,
            21);
    private static final List<Root> ROOTS = List.of(new Root("daily planet", List.of("Daily Planet"), false));

    private SignalSamples() {}

    static Signal change(ClaimStatus status, Stage stage) {
        return change("EXCLUSIVITY", status, stage);
    }

    static Signal change(String term, ClaimStatus status, Stage stage) {
        return new Signal.TermChange(news(term, status, stage));
    }

    static Signal change(TermKey key, Optional<TermValue> after, int occurrence, int further) {
        return new Signal.TermChange(new Signal.TermNews(
                Articles.PARTNERSHIP,
                key,
                ClaimStatus.CHANGED,
                Optional.empty(),
                after,
                Stage.ANNOUNCED,
                Optional.empty(),
                Optional.empty(),
                occurrence,
                further,
                Articles.DAY_ZERO,
                ROOTS,
                List.of(QUOTE)));
    }

    static Signal negotiation(String term, Stage stage) {
        return new Signal.TermNegotiation(news(term, ClaimStatus.NEGOTIATING, stage));
    }

    static Signal shift(double effect, Instant changePoint) {
        Shift.Direction direction = effect < 0 ? Shift.Direction.DOWN : Shift.Direction.UP;
        Shift shift = new Shift(direction, 0.1, 0.1 + effect * 0.2, effect, changePoint, 5.1, 4.2);
        return new Signal.SentimentShift(Articles.PARTNERSHIP, changePoint, shift, ROOTS, List.of(QUOTE));
    }

    static Signal withRoots(Signal.TermNews news, List<Root> roots) {
        return new Signal.TermChange(copy(news, news.before(), roots));
    }

    static Signal withBefore(Signal.TermNews news, Optional<TermValue> before) {
        return new Signal.TermChange(copy(news, before, news.roots()));
    }

    static Signal.TermNews news(String term, ClaimStatus status, Stage stage) {
        return new Signal.TermNews(
                Articles.PARTNERSHIP,
                new TermKey(term, Optional.empty(), Optional.empty()),
                status,
                Optional.of(new TermValue.State("exclusive")),
                Optional.of(new TermValue.State("open")),
                stage,
                Optional.empty(),
                Optional.empty(),
                1,
                0,
                Articles.DAY_ZERO,
                ROOTS,
                List.of(QUOTE));
    }

    private static Signal.TermNews copy(Signal.TermNews news, Optional<TermValue> before, List<Root> roots) {
        return new Signal.TermNews(
                news.partnership(),
                news.key(),
                news.status(),
                before,
                news.after(),
                news.stage(),
                news.validFrom(),
                news.validUntil(),
                news.occurrence(),
                news.further(),
                news.publishedAt(),
                roots,
                news.evidence());
    }
}
