package io.pactwatch.alert;

import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import io.pactwatch.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes alerts of signals: identity, severity and words. Immutable. */
public final class AlertPolicy {
    /** Standard deviations from which a shift to the worse is critical. */
    static final double CRITICAL_EFFECT = 3;

    /** Start of the reason that says what is told of a term. */
    static final String STATUS = "STATUS_";

    private final TermCatalogue catalogue;

    public AlertPolicy(TermCatalogue catalogue) {
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    }

    /** The id under which a signal is first published: 32 hexadecimal digits. */
    public String id(Signal signal) {
        return id(signal, 0);
    }

    /**
     * The id under which a signal is published now. A retracted alert never comes back, so a fact that is told again after
     * its retraction gets the next id.
     *
     * @param retracted whether the alert of an id is retracted
     */
    public String id(Signal signal, Predicate<String> retracted) {
        int generation = 0;
        while (retracted.test(id(signal, generation))) {
            generation++;
        }
        return id(signal, generation);
    }

    private static String id(Signal signal, int generation) {
        if (signal instanceof Signal.Over over) {
            return id(over.told(), generation);
        }
        if (signal instanceof Signal.TermChange change) {
            return AlertIds.ofChange(change.news(), generation);
        }
        if (signal instanceof Signal.TermNegotiation negotiation) {
            return AlertIds.ofNegotiation(negotiation.news(), generation);
        }
        if (signal instanceof Signal.Contradiction contradiction) {
            return AlertIds.ofContradiction(contradiction.news(), generation);
        }
        if (signal instanceof Signal.TermDue due) {
            return AlertIds.ofDue(due.news(), generation);
        }
        if (signal instanceof Signal.Silence silence) {
            return AlertIds.ofSilence(silence, generation);
        }
        return AlertIds.ofShift((Signal.SentimentShift) signal, generation);
    }

    /** The message of a signal that is not over. */
    Alert alert(String id, AlertStatus status, Signal signal, Instant detectedAt, boolean historical) {
        if (signal instanceof Signal.TermSignal news) {
            return termAlert(id, status, news, detectedAt, historical);
        }
        if (signal instanceof Signal.Silence silence) {
            return silenceAlert(id, status, silence, detectedAt, historical);
        }
        return shiftAlert(id, status, (Signal.SentimentShift) signal, detectedAt, historical);
    }

    private Alert termAlert(
            String id, AlertStatus status, Signal.TermSignal signal, Instant detectedAt, boolean historical) {
        Signal.TermNews news = signal.news();
        boolean major =
                catalogue.find(news.key().term()).map(TermDefinition::major).orElse(false);
        List<String> reasons = new ArrayList<>();
        reasons.add(STATUS + news.status());
        reasons.add("STAGE_" + news.stage());
        reasons.add("ROOTS_" + news.roots().size());
        reasons.add(major ? "MAJOR_TERM" : "MINOR_TERM");
        if (allAnonymous(news.roots())) {
            reasons.add("ANONYMOUS_ROOTS");
        }
        if (signal instanceof Signal.TermDue due) {
            reasons.add(due.passed() ? "END_PASSED" : "END_NEAR");
        }
        Severity uncapped = severity(signal, major);
        if (uncapped.compareTo(Severity.cap(news.stage())) > 0) {
            reasons.add("SEVERITY_CAPPED_BY_STAGE");
        }
        return new Alert(
                id,
                kind(signal),
                status,
                capped(uncapped, news.stage()),
                news.partnership(),
                AlertText.title(signal),
                AlertText.summary(signal),
                Optional.of(new Alert.Term(
                        news.key().term(), news.key().scope(), news.key().payer())),
                news.before(),
                news.after(),
                Optional.empty(),
                Optional.of(news.stage()),
                news.validFrom(),
                news.validUntil(),
                news.publishedAt(),
                detectedAt,
                news.roots(),
                news.evidence(),
                reasons,
                historical,
                List.of(),
                Alert.SCHEMA_VERSION);
    }

    private static Alert shiftAlert(
            String id, AlertStatus status, Signal.SentimentShift signal, Instant detectedAt, boolean historical) {
        Shift shift = signal.shift();
        boolean critical = shift.effectSize() <= -CRITICAL_EFFECT;
        List<String> reasons = new ArrayList<>();
        reasons.add("SHIFT_" + shift.direction());
        reasons.add("STATISTIC_ABOVE_THRESHOLD");
        reasons.add("ROOTS_" + signal.roots().size());
        if (critical) {
            reasons.add("LARGE_EFFECT");
        }
        return new Alert(
                id,
                AlertKind.SENTIMENT_SHIFT,
                status,
                critical ? Severity.CRITICAL : Severity.WARNING,
                signal.partnership(),
                AlertText.shiftTitle(signal.partnership(), shift),
                AlertText.shiftSummary(signal),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(shift),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                signal.publishedAt(),
                detectedAt,
                signal.roots(),
                signal.evidence(),
                reasons,
                historical,
                List.of(),
                Alert.SCHEMA_VERSION);
    }

    /** For people to look whether the input has failed or the partnership is quiet, so never more than a warning. */
    private static Alert silenceAlert(
            String id, AlertStatus status, Signal.Silence silence, Instant detectedAt, boolean historical) {
        return new Alert(
                id,
                AlertKind.SILENCE,
                status,
                Severity.WARNING,
                silence.partnership(),
                AlertText.silenceTitle(silence),
                AlertText.silenceSummary(silence),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                silence.publishedAt(),
                detectedAt,
                silence.roots(),
                silence.evidence(),
                List.of("QUIET_LONGER_THAN_USUAL"),
                historical,
                List.of(),
                Alert.SCHEMA_VERSION);
    }

    private static AlertKind kind(Signal.TermSignal signal) {
        if (signal instanceof Signal.TermChange) {
            return AlertKind.TERM_CHANGE;
        }
        if (signal instanceof Signal.TermNegotiation) {
            return AlertKind.TERM_NEGOTIATION;
        }
        return signal instanceof Signal.Contradiction ? AlertKind.CONTRADICTION : AlertKind.TERM_DUE;
    }

    /** A change, and an end that has passed without news, can be critical; the rest calls for a look. */
    private static Severity severity(Signal.TermSignal signal, boolean major) {
        boolean fact = signal instanceof Signal.TermChange || (signal instanceof Signal.TermDue due && due.passed());
        if (fact) {
            return major ? Severity.CRITICAL : Severity.WARNING;
        }
        return major ? Severity.WARNING : Severity.INFO;
    }

    private static Severity capped(Severity severity, Stage stage) {
        Severity cap = Severity.cap(stage);
        return severity.compareTo(cap) > 0 ? cap : severity;
    }

    private static boolean allAnonymous(List<Root> roots) {
        return !roots.isEmpty() && roots.stream().allMatch(Root::anonymous);
    }
}
