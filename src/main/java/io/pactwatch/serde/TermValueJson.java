package io.pactwatch.serde;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.pactwatch.contract.TermValue;
import java.io.IOException;
import java.util.Optional;

/**
 * The JSON form of a {@link TermValue}: {@code {"amount":1e9,"currency":"USD"}}, {@code {"percent":27}},
 * {@code {"multiple":100}}, {@code {"until":"2030"}}, {@code {"text":"160 million shares","number":160000000}}, or a bare
 * string for a state. The number only repeats what the text begins with; it is not read.
 */
public final class TermValueJson {
    private TermValueJson() {}

    static Module module() {
        return new SimpleModule("term-value")
                .addSerializer(TermValue.class, new Writer())
                .addDeserializer(TermValue.class, new Reader());
    }

    /**
     * The value that a JSON node stands for.
     *
     * @throws IllegalArgumentException if it has none of the forms
     */
    public static TermValue of(JsonNode node) {
        if (node.isTextual()) {
            return word(node.textValue());
        }
        return money(node)
                .or(() -> number(node, "percent").map(JsonNode::decimalValue).map(TermValue.Percent::new))
                .or(() -> number(node, "multiple").map(JsonNode::decimalValue).map(TermValue.Multiple::new))
                .or(() -> text(node, "until").map(TermValue.Until::new))
                .or(() -> text(node, "text").map(TermValue.Text::new))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "value: expected a string or an object with amount and currency, percent, multiple, until or text"));
    }

    private static TermValue word(String word) {
        return word.matches("[a-z][a-z0-9-]{0,63}") ? new TermValue.State(word) : new TermValue.Text(word);
    }

    private static Optional<TermValue> money(JsonNode node) {
        return number(node, "amount")
                .map(amount -> new TermValue.Money(
                        amount.decimalValue(),
                        text(node, "currency")
                                .orElseThrow(
                                        () -> new IllegalArgumentException("value.currency: missing beside amount"))));
    }

    private static Optional<JsonNode> number(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isNumber);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static final class Writer extends StdSerializer<TermValue> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(TermValue.class);
        }

        @Override
        public void serialize(TermValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value instanceof TermValue.State state) {
                json.writeString(state.name());
                return;
            }
            json.writeStartObject();
            if (value instanceof TermValue.Money money) {
                json.writeNumberField("amount", money.amount());
                json.writeStringField("currency", money.currency());
            } else if (value instanceof TermValue.Percent percent) {
                json.writeNumberField("percent", percent.percent());
            } else if (value instanceof TermValue.Multiple multiple) {
                json.writeNumberField("multiple", multiple.multiple());
            } else if (value instanceof TermValue.Until until) {
                json.writeStringField("until", until.date());
            } else if (value instanceof TermValue.Text text) {
                json.writeStringField("text", text.text());
                if (text.number().isPresent()) {
                    json.writeNumberField("number", text.number().get());
                }
            }
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<TermValue> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(TermValue.class);
        }

        @Override
        public TermValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return of(context.readTree(parser));
        }
    }
}
