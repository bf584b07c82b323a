package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import io.pactwatch.config.DurationText;
import io.pactwatch.delivery.AlertFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that choose among alerts; what is not given chooses all. */
final class AlertSelection {
    @Option(
            names = "--partnership",
            paramLabel = "ID",
            split = ",",
            description = "Only alerts about these partnerships, such as microsoft-openai.")
    private Set<String> partnerships = new LinkedHashSet<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only alerts of these kinds: ${COMPLETION-CANDIDATES}.")
    private Set<AlertKind> kinds = new LinkedHashSet<>();

    @Option(
            names = "--severity",
            paramLabel = "LEAST",
            converter = SeverityConverter.class,
            description = "Only alerts of this severity or a higher one: info, warning, critical.")
    private Optional<Severity> severity = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceConverter.class,
            description = "Only alerts whose news was published since: 7d, 12h, 2025-01-31 or 2025-01-31T09:30:00Z.")
    private Optional<UnaryOperator<Instant>> since = Optional.empty();

    /** Whether everything is chosen. */
    boolean isEmpty() {
        return partnerships.isEmpty() && kinds.isEmpty() && severity.isEmpty() && since.isEmpty();
    }

    /** @param now what {@code --since} counts back from */
    Predicate<Alert> at(Instant now) {
        AlertFilter filter = new AlertFilter(partnerships, kinds, severity.orElse(Severity.INFO));
        Instant earliest = since.map(time -> time.apply(now)).orElse(Instant.MIN);
        return alert -> filter.matches(alert) && !alert.publishedAt().isBefore(earliest);
    }

    static final class KindConverter implements ITypeConverter<AlertKind> {
        @Override
        public AlertKind convert(String text) {
            return find(AlertKind.class, text.replace('-', '_'));
        }
    }

    static final class SeverityConverter implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String text) {
            return find(Severity.class, text);
        }
    }

    /** A duration counts back from now; a time stands for itself, a date for its midnight in UTC. */
    static final class SinceConverter implements ITypeConverter<UnaryOperator<Instant>> {
        @Override
        public UnaryOperator<Instant> convert(String text) {
            try {
                if (text.indexOf('-') < 0) {
                    var back = DurationText.parse(text);
                    return now -> now.minus(back);
                }
                Instant time = text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
                return now -> time;
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is neither a duration such as 7d nor a time such as"
                        + " 2025-01-31 or 2025-01-31T09:30:00Z");
            }
        }
    }

    private static <E extends Enum<E>> E find(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown '" + text + "'; give "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
