package io.pactwatch.signal;

import static io.pactwatch.signal.Articles.article;
import static io.pactwatch.signal.Articles.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import org.junit.jupiter.api.Test;

/** What becomes of a term when an article shows that two stories which report on it are one. */
class StoryMergeTest {
    private final Monitor monitor = new Monitor();

    @Test
    void countsTheirRootsOnce() {
        readTwoStories(Stage.ANNOUNCED);
        assertThat(last().roots()).hasSize(2);
        mergeThem(2);
        assertThat(last()).isInstanceOf(Signal.TermChange.class);
        assertThat(last().roots()).extracting(Root::root).containsExactly("a outlet");
    }

    @Test
    void takesBackWhatTakesTwoRoots() {
        readTwoStories(Stage.ANONYMOUS_REPORT);
        assertThat(last().roots()).hasSize(2);
        mergeThem(2);
        Signal.Over over = (Signal.Over) last();
        assertThat(over.cause()).isEqualTo(Signal.Over.Cause.REPLACED);
        assertThat(over.told()).isInstanceOf(Signal.TermChange.class);
    }

    @Test
    void correctsTheRootsOfWhatIsOfThePast() {
        readTwoStories(Stage.ANNOUNCED);
        monitor.read(article("x", 40).claims(claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANNOUNCED, "exclusive")));
        int told = monitor.signals.size();
        mergeThem(50);
        assertThat(monitor.signals).hasSize(told + 1);
        assertThat(((Signal.Over) last()).cause()).isEqualTo(Signal.Over.Cause.SUPERSEDED);
        assertThat(last().roots()).extracting(Root::root).containsExactly("a outlet");
    }

    private void readTwoStories(Stage stage) {
        Claim claim = claim("EXCLUSIVITY", ClaimStatus.CHANGED, stage, "open");
        monitor.read(article("a", 0).features("1", "2", "u", "v").claims(claim));
        monitor.read(article("b", 1).features("3", "4", "y", "z").claims(claim));
    }

    private void mergeThem(double hours) {
        monitor.read(article("c", hours).features("1", "2", "3", "4"));
    }

    private Signal last() {
        return monitor.signals.get(monitor.signals.size() - 1);
    }
}
