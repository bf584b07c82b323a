package io.pactwatch.alert;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Signal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ids of alerts: the first 128 bits of SHA-256 over what makes the fact, so that every run gives the same id. */
final class AlertIds {
    private static final int HEX_DIGITS = 32;

    private AlertIds() {}

    /**
     * The value is left out for what is reported first: whether a report gives it, or another value turns out to be right,
     * it is the same change.
     */
    static String ofChange(Signal.TermNews news, int generation) {
        List<String> fields = ofOccurrence(AlertKind.TERM_CHANGE, news);
        if (news.further() > 0) {
            fields.addAll(ofValue(news.after()));
            fields.add(Integer.toString(news.further()));
        }
        return hash(fields, generation);
    }

    /** Which of the two values stands can change while the contradiction stays the same. */
    static String ofContradiction(Signal.TermNews news, int generation) {
        List<String> fields = ofOccurrence(AlertKind.CONTRADICTION, news);
        Stream.of(ofValue(news.before()), ofValue(news.after()))
                .sorted(Comparator.comparing(Object::toString))
                .forEach(fields::addAll);
        return hash(fields, generation);
    }

    static String ofDue(Signal.TermNews news, int generation) {
        List<String> fields = ofTerm(AlertKind.TERM_DUE, news);
        fields.add(news.validUntil().orElseThrow().toString());
        return hash(fields, generation);
    }

    static String ofSilence(Signal.Silence silence, int generation) {
        List<String> fields = List.of(
                AlertKind.SILENCE.name(),
                silence.partnership().id(),
                silence.since().toString());
        return hash(fields, generation);
    }

    /** The value is left out: what is asked for moves while the talks stay the same. */
    static String ofNegotiation(Signal.TermNews news, int generation) {
        return hash(ofOccurrence(AlertKind.TERM_NEGOTIATION, news), generation);
    }

    static String ofDigest(PartnershipRef partnership, LocalDate day) {
        return hash(List.of(AlertKind.DIGEST.name(), partnership.id(), day.toString()));
    }

    static String ofShift(Signal.SentimentShift signal, int generation) {
        LocalDate day = LocalDate.ofInstant(signal.shift().changePoint(), ZoneOffset.UTC);
        List<String> fields = List.of(
                AlertKind.SENTIMENT_SHIFT.name(),
                signal.partnership().id(),
                signal.shift().direction().name(),
                day.toString());
        return hash(fields, generation);
    }

    private static List<String> ofTerm(AlertKind kind, Signal.TermNews news) {
        List<String> fields = new ArrayList<>();
        fields.add(kind.name());
        fields.add(news.partnership().id());
        fields.add(news.key().term());
        fields.addAll(optional(news.key().scope()));
        fields.addAll(optional(news.key().payer()));
        return fields;
    }

    private static List<String> ofOccurrence(AlertKind kind, Signal.TermNews news) {
        List<String> fields = ofTerm(kind, news);
        fields.add(Integer.toString(news.occurrence()));
        return fields;
    }

    private static List<String> optional(Optional<String> field) {
        return field.map(value -> List.of("some", value)).orElse(List.of("none"));
    }

    private static List<String> ofValue(Optional<TermValue> optional) {
        if (optional.isEmpty()) {
            return List.of("none");
        }
        TermValue value = optional.get();
        if (value instanceof TermValue.Money money) {
            return List.of("money", money.amount().toPlainString(), money.currency());
        }
        if (value instanceof TermValue.Percent percent) {
            return List.of("percent", percent.percent().toPlainString());
        }
        if (value instanceof TermValue.Multiple multiple) {
            return List.of("multiple", multiple.multiple().toPlainString());
        }
        if (value instanceof TermValue.Until until) {
            return List.of("until", until.date());
        }
        if (value instanceof TermValue.State state) {
            return List.of("state", state.name());
        }
        return List.of("text", ((TermValue.Text) value).text());
    }

    /** @param generation how often the fact was told and retracted before */
    private static String hash(List<String> fields, int generation) {
        if (generation == 0) {
            return hash(fields);
        }
        List<String> numbered = new ArrayList<>(fields);
        numbered.add("generation " + generation);
        return hash(numbered);
    }

    /** Every field is preceded by its length, so that no two lists of fields give the same bytes. */
    private static String hash(List<String> fields) {
        MessageDigest digest = sha256();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime, which must provide it", e);
        }
    }
}
