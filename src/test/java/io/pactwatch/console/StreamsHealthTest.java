package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsHealthTest {
    private final AtomicReference<State> state = new AtomicReference<>(State.CREATED);
    private final StreamsHealth health = new StreamsHealth(() -> state.get().name());

    @Test
    void isReadyWhileItRuns() {
        assertThat(in(State.RUNNING)).isEqualTo(new Health(true, true, "RUNNING"));
    }

    @Test
    void isNotReadyBeforeItHasRun() {
        assertThat(in(State.CREATED)).isEqualTo(new Health(true, false, "CREATED"));
        assertThat(in(State.REBALANCING)).isEqualTo(new Health(true, false, "REBALANCING"));
    }

    @Test
    void staysReadyWhileItRebalancesAfterItHasRun() {
        in(State.RUNNING);

        assertThat(in(State.REBALANCING)).isEqualTo(new Health(true, true, "REBALANCING"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_ERROR", "ERROR", "NOT_RUNNING"})
    void isDeadOnceItHasFailedOrStopped(State end) {
        in(State.RUNNING);

        assertThat(in(end)).isEqualTo(new Health(false, false, end.name()));
    }

    @Test
    void isLiveButNotReadyWhileItStops() {
        in(State.RUNNING);

        assertThat(in(State.PENDING_SHUTDOWN)).isEqualTo(new Health(true, false, "PENDING_SHUTDOWN"));
    }

    @Test
    void isReadyInNoStateThatIsNotLive() {
        in(State.RUNNING);

        List<Health> all = Arrays.stream(State.values()).map(this::in).toList();
        assertThat(all).allMatch(now -> now.live() || !now.ready());
    }

    private Health in(State now) {
        state.set(now);
        return health.get();
    }
}
