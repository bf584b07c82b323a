package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Instants are written as ISO 8601 says, whatever the year and the fraction. */
class InstantJsonTest {
    record Moment(Instant at) {}

    @Property
    void isWrittenAsInstantsAre(@ForAll int seconds, @ForAll boolean fine) {
        holds(Instant.ofEpochSecond(seconds, fine ? 123_000_000 : 0));
        holds(Instant.ofEpochSecond(seconds * 400L));
    }

    @Example
    void isWrittenAtTheEnds() {
        for (String text : new String[] {
            "0000-01-01T00:00:00Z",
            "-0001-12-31T23:59:59Z",
            "9999-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z",
            "2024-02-29T23:59:59.999999999Z",
            "1969-12-31T23:59:59Z"
        }) {
            holds(Instant.parse(text));
        }
    }

    private static void holds(Instant at) {
        assertThat(Json.write(new Moment(at))).isEqualTo("{\"at\":\"" + at + "\"}");
        assertThat(Json.read(Json.bytes(new Moment(at)), Moment.class)).isEqualTo(new Moment(at));
    }
}
