package io.pactwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.serde.Json;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

    @Test
    void takesOutWhatATerminalWouldObey() {
        assertThat(PrintableText.clean("a\u001b[31mred\u001b[0m b\u0007\u009b2Jc\u0000"))
                .isEqualTo("a[31mred[0m b2Jc");
    }

    @Test
    void takesOutMarksThatTurnTheDirectionOfWriting() {
        assertThat(PrintableText.clean("pay\u202Elap\u2066\u200F\uFEFF")).isEqualTo("paylap");
    }

    @Test
    void takesOutHalvesOfSurrogatePairsAndKeepsWholeOnes() {
        assertThat(PrintableText.clean("a\uD800b\uD83D\uDE00")).isEqualTo("ab\uD83D\uDE00");
    }

    @Test
    void putsAnyWhiteSpaceOnOneLine() {
        assertThat(PrintableText.clean("  a \r\n\t b\u2028c\u00A0d ")).isEqualTo("a b c d");
    }

    @Test
    void keepsJoinersThatScriptsNeed() {
        assertThat(PrintableText.clean("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "오픈AI,6", "契約,4", "é,1", "e\u0301,1", "'',0"})
    void countsColumns(String text, int columns) {
        assertThat(PrintableText.columns(text)).isEqualTo(columns);
    }

    @Test
    void breaksBetweenWords() {
        assertThat(PrintableText.wrap("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void breaksAWordThatIsLongerThanTheLine() {
        assertThat(PrintableText.wrap("https://example.org/x y", 8)).containsExactly("https://", "example.", "org/x y");
        assertThat(PrintableText.wrap("오픈에이아이", 5)).containsExactly("오픈", "에이", "아이");
    }

    @Property
    void leavesNoControlCharacterInAnyText(@ForAll String text) {
        assertThat(PrintableText.clean(text).codePoints().filter(Character::isISOControl))
                .isEmpty();
    }

    @Property
    void wrapsEveryTextWithinTheWidthAndLosesNothing(
            @ForAll String text, @ForAll @IntRange(min = 2, max = 60) int width) {
        String clean = PrintableText.clean(text);

        List<String> lines = PrintableText.wrap(clean, width);

        assertThat(lines).allMatch(line -> PrintableText.columns(line) <= width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(clean.replace(" ", ""));
    }

    @Property
    void leavesTheMeaningOfJsonAsItIs(@ForAll String text) {
        String valid = new String(text.getBytes(UTF_8), UTF_8);
        String json = Json.write(List.of(valid));

        String clean = PrintableText.cleanJson(json);

        assertThat(Json.read(clean.getBytes(UTF_8), String[].class)).containsExactly(valid);
        assertThat(clean.codePoints().filter(Character::isISOControl)).isEmpty();
    }
}
