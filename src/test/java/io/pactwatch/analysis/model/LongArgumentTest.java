package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LongArgumentTest {
    @Test
    void seesALongArgumentAmongShortOnes() {
        assertThat(isIn("java\0-cp\0" + "a.jar:".repeat(700) + "\0Main\0")).isTrue();
    }

    @Test
    void bearsManyShortArguments() {
        assertThat(isIn("java\0" + "an-article.jsonl\0".repeat(5_000))).isFalse();
    }

    private static boolean isIn(String commandLine) {
        return LongArgument.isIn(commandLine.getBytes(StandardCharsets.UTF_8));
    }
}
