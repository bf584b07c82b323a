package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TermValueJsonTest {
    @Property
    void everyValueComesBackAsItWas(@ForAll("values") TermValue value) {
        assertThat(read(Json.write(value))).isEqualTo(value);
    }

    @Test
    void writesPlainForms() {
        assertThat(Json.write(new TermValue.Money(new BigDecimal("13e9"), "USD")))
                .isEqualTo("{\"amount\":13000000000,\"currency\":\"USD\"}");
        assertThat(Json.write(new TermValue.Percent(new BigDecimal("27.50")))).isEqualTo("{\"percent\":27.5}");
        assertThat(Json.write(new TermValue.State("non-exclusive"))).isEqualTo("\"non-exclusive\"");
    }

    @Test
    void refusesAnObjectOfAnotherForm() {
        assertThatThrownBy(() -> read("{\"colour\":\"blue\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value: expected a string or an object with amount and currency");
    }

    @Provide
    Arbitrary<TermValue> values() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1e15"))
                .ofScale(3);
        return Arbitraries.oneOf(
                numbers.map(amount -> new TermValue.Money(amount, "EUR")),
                numbers.map(TermValue.Percent::new),
                numbers.map(TermValue.Multiple::new),
                Arbitraries.integers().between(1970, 2100).map(year -> new TermValue.Until(Integer.toString(year))),
                Arbitraries.of("exclusive", "none", "first-refusal").map(TermValue.State::new),
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(50)
                        .filter(text -> !text.isBlank())
                        .map(TermValue.Text::new));
    }

    private static TermValue read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), TermValue.class);
    }
}
