package io.pactwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.feed.BoundedLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void numbersLinesFromOneAndKeepsEmptyOnes() throws IOException {
        assertThat(lines("a\n\nb\n", 10)).extracting(Line::number).containsExactly(1L, 2L, 3L);
        assertThat(texts("a\n\nb\n", 10)).containsExactly("a", "", "b");
    }

    @Test
    void endsALineAtACarriageReturnWithLineFeedAndAtTheEndOfTheStream() throws IOException {
        assertThat(texts("a\r\nb", 10)).containsExactly("a", "b");
    }

    @Test
    void dropsAByteOrderMarkAtTheStartOnly() throws IOException {
        assertThat(texts("\uFEFFa\n\uFEFFb", 10)).containsExactly("a", "\uFEFFb");
    }

    @Test
    void keepsATextThatIsShorterThanAByteOrderMark() throws IOException {
        assertThat(texts("a", 10)).containsExactly("a");
        assertThat(texts("", 10)).isEmpty();
    }

    @Test
    void cutsALongLineOffAndGoesOnWithTheNext() throws IOException {
        List<Line> lines = lines("12345\n123456\n1\n", 5);

        assertThat(lines).extracting(Line::tooLong).containsExactly(false, true, false);
        assertThat(lines.get(1).bytes()).hasSize(5);
    }

    @Property
    void givesBackWhatWasJoined(@ForAll List<@AlphaChars @StringLength(min = 1, max = 20) String> parts)
            throws IOException {
        assertThat(texts(String.join("\n", parts), 20)).isEqualTo(parts);
    }

    private static List<String> texts(String text, int maxBytes) throws IOException {
        return lines(text, maxBytes).stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Line> lines(String text, int maxBytes) throws IOException {
        BoundedLines source =
                new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
        List<Line> lines = new ArrayList<>();
        for (Optional<Line> line = source.next(); line.isPresent(); line = source.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
