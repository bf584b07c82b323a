package io.pactwatch.serde;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.pactwatch.contract.PartialDate;
import java.io.IOException;

/**
 * The JSON form of a {@link PartialDate}: {@code "2026"}, {@code "2026-06"}, or an instant for a day and for a moment, so that
 * a day reads as {@code "2026-06-30T00:00:00Z"}.
 */
final class PartialDateJson {
    private PartialDateJson() {}

    static Module module() {
        return new SimpleModule("partial-date")
                .addSerializer(PartialDate.class, new Writer())
                .addDeserializer(PartialDate.class, new Reader());
    }

    private static final class Writer extends StdSerializer<PartialDate> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(PartialDate.class);
        }

        @Override
        public void serialize(PartialDate value, JsonGenerator json, SerializerProvider provider) throws IOException {
            boolean fine = value.precision().compareTo(PartialDate.Precision.DAY) >= 0;
            json.writeString(fine ? value.start().toString() : value.text());
        }
    }

    private static final class Reader extends StdDeserializer<PartialDate> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(PartialDate.class);
        }

        @Override
        public PartialDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return PartialDate.of(parser.getText());
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(parser.getText(), PartialDate.class, e.getMessage());
            }
        }
    }
}
