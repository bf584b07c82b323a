package io.pactwatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.StatusGroup;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusOpinionTest {
    @Test
    void aChangeOfAnUnclearKindIsMoreProbableThanASingleStatusOfTheBackground() {
        StatusOpinion opinion = StatusOpinion.of(new Distribution<>(Map.of(
                ClaimStatus.NEW, 0.2, ClaimStatus.CHANGED, 0.15, ClaimStatus.ENDED, 0.25, ClaimStatus.IN_FORCE, 0.4)));

        assertThat(opinion.group()).isEqualTo(StatusGroup.FRESH);
        assertThat(opinion.probability()).isCloseTo(0.6, within(1e-9));
        assertThat(opinion.status()).isEqualTo(ClaimStatus.ENDED);
    }

    @Test
    void oneStatusThatIsCertainIsItsOwnGroup() {
        StatusOpinion opinion = StatusOpinion.of(new Distribution<>(Map.of(ClaimStatus.NEGOTIATING, 1.0)));

        assertThat(opinion).isEqualTo(new StatusOpinion(StatusGroup.TALKS, 1, ClaimStatus.NEGOTIATING));
    }
}
