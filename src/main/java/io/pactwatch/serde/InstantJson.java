package io.pactwatch.serde;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes instants as {@link Instant#toString} does, without a formatter where that is a whole second of a year of four digits: a
 * stored report holds ten of them.
 */
final class InstantJson {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private InstantJson() {}

    static Module module() {
        return new SimpleModule("instant").addSerializer(Instant.class, new Writer());
    }

    private static final class Writer extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            long second = value.getEpochSecond();
            if (value.getNano() == 0 && second >= FIRST && second <= LAST) {
                char[] text = plain(second);
                json.writeString(text, 0, text.length);
            } else {
                json.writeString(value.toString());
            }
        }
    }

    private static char[] plain(long second) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_PER_DAY));
        int ofDay = (int) Math.floorMod(second, (long) SECONDS_PER_DAY);
        char[] text = "0000-00-00T00:00:00Z".toCharArray();
        write(text, 2, date.getYear() % 100);
        write(text, 0, date.getYear() / 100);
        write(text, 5, date.getMonthValue());
        write(text, 8, date.getDayOfMonth());
        write(text, 11, ofDay / 3_600);
        write(text, 14, ofDay / 60 % 60);
        write(text, 17, ofDay % 60);
        return text;
    }

    private static void write(char[] text, int at, int twoDigits) {
        text[at] = (char) ('0' + twoDigits / 10);
        text[at + 1] = (char) ('0' + twoDigits % 10);
    }
}
