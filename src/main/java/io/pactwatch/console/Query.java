package io.pactwatch.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of a request, read one by one; everything that is not as it should be is a bad request. */
final class Query {
    static final int MAX_LENGTH = 2_000;
    private static final int MAX_VALUE = 500;

    private final Map<String, String> parameters;

    private Query(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** @param raw the part of the request target after the question mark, as it was sent */
    static Query parse(Optional<String> raw) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : raw.orElse("").split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (name.isEmpty() && value.isEmpty()) {
                continue;
            }
            if (value.length() > MAX_VALUE) {
                throw new BadRequestException(shown(name) + ": longer than " + MAX_VALUE + " characters");
            }
            if (parameters.put(name, value) != null) {
                throw new BadRequestException(shown(name) + ": given twice");
            }
        }
        return new Query(parameters);
    }

    /** @throws BadRequestException if there is a parameter of another name */
    void allowOnly(Collection<String> names) {
        parameters.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadRequestException(shown(name) + ": unknown parameter, known are "
                            + (names.isEmpty() ? "none" : String.join(", ", names)));
                });
    }

    /** A parameter; blank counts as absent. */
    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new BadRequestException(name + ": missing"));
    }

    <T> Optional<T> read(String name, Function<String, T> reader, String expected) {
        return text(name).map(value -> {
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new BadRequestException(name + ": '" + shown(value) + "' is not " + expected);
            }
        });
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return read(
                name,
                value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)),
                "one of " + List.of(type.getEnumConstants()));
    }

    Optional<LocalDate> date(String name) {
        return read(name, LocalDate::parse, "a date such as 2025-01-31").filter(date -> {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new BadRequestException(name + ": year " + date.getYear() + " is not between 1 and 9999");
            }
            return true;
        });
    }

    int wholeNumber(String name, int otherwise, int least, int most) {
        int number = read(name, Integer::valueOf, "a whole number between " + least + " and " + most)
                .orElse(otherwise);
        if (number < least || number > most) {
            throw new BadRequestException(name + ": " + number + " is not between " + least + " and " + most);
        }
        return number;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("query: not percent-encoded");
        }
    }

    /** What of a client's text is said back to it: printable and short. */
    private static String shown(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(60)
                .forEach(
                        c -> printable.appendCodePoint(Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c));
        return printable.toString();
    }
}
