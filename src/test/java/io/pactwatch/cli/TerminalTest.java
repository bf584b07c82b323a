package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void isNoTerminalWhenTheLauncherSaysNothing() {
        assertThat(Terminal.detect(new Properties(), Map.of("TERM", "xterm"))).isEqualTo(Terminal.NONE);
    }

    @Test
    void showsColourWhereResultsAndProgressWhereMessagesGoToATerminal() {
        assertThat(detect("out", "80", Map.of("TERM", "xterm"))).isEqualTo(new Terminal(false, true, 80));
        assertThat(detect(",err", "80", Map.of("TERM", "xterm"))).isEqualTo(new Terminal(true, false, 80));
    }

    @Test
    void respectsNoColorAndDumbTerminals() {
        assertThat(detect("out,err", "80", Map.of("TERM", "xterm", "NO_COLOR", "1"))
                        .colour())
                .isFalse();
        assertThat(detect("out,err", "80", Map.of("TERM", "dumb")).colour()).isFalse();
    }

    @Test
    void keepsTheWidthReadable() {
        assertThat(detect("out", "3", Map.of()).width()).isEqualTo(40);
        assertThat(detect("out", "900", Map.of()).width()).isEqualTo(160);
        assertThat(detect("out", "wide", Map.of()).width()).isEqualTo(100);
    }

    private static Terminal detect(String streams, String width, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty(Terminal.STREAMS_PROPERTY, streams);
        properties.setProperty(Terminal.WIDTH_PROPERTY, width);
        return Terminal.detect(properties, environment);
    }
}
