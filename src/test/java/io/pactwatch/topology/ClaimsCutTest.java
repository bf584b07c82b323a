package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.testing.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClaimsCutTest {
    private static final List<String> FRAMES = List.of(
            "Acme and Globex announced %s.",
            "Acme and Globex have ended %s.",
            "Acme is in talks with Globex about %s.",
            "Acme denied that it has agreed with Globex on %s.",
            "In 2015 Acme and Globex agreed on %s.");
    private static final List<String> TERMS = List.of(
            "an exclusive cloud contract",
            "a right of first refusal",
            "a right of first offer",
            "a 27%% stake",
            "a joint venture",
            "a revenue share of 20 percent",
            "a profit share of 49 percent",
            "a licence to the models",
            "a supply agreement",
            "a merger",
            "a lawsuit over patents",
            "a seat on the board",
            "a non-compete clause",
            "warrants for 5 million shares",
            "an investment of $2 billion",
            "a settlement of $5 million");

    @Test
    void anArticleWithMoreClaimsThanAreKeptSaysHowManyAreLeftOut() {
        assertThat(decisions(text(FRAMES)))
                .filteredOn(decision -> decision.reason() == Reason.CLAIMS_CUT)
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.inputId()).isEqualTo("a1");
                    assertThat(decision.partnership()).contains("acme-globex");
                    assertThat(decision.detail())
                            .matches("the \\d+ strongest claims are kept, [1-9]\\d* weaker ones are left out");
                });
    }

    @Test
    void anArticleOfWhichAllClaimsAreKeptSaysNothingOfIt() {
        assertThat(decisions(text(FRAMES.subList(0, 1))))
                .extracting(Decision::reason)
                .doesNotContain(Reason.CLAIMS_CUT);
    }

    private static String text(List<String> frames) {
        return frames.stream()
                .flatMap(frame -> TERMS.stream().map(term -> String.format(frame, String.format(term))))
                .collect(Collectors.joining(" "));
    }

    private static List<Decision> decisions(String body) {
        List<Decision> decisions = new ArrayList<>();
        Backtest.Sink sink = new Backtest.Sink(alert -> {}, line -> {}, point -> {}, decisions::add, letter -> {});
        try (Backtest backtest = new Backtest(Messages.FAST, List.of(Messages.partnership("acme", "globex")))) {
            backtest.article(bytes(article("a1", body, TIME)), sink);
        }
        return decisions;
    }
}
