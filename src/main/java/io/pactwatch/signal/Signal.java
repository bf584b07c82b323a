package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a stage has found about one partnership. Sealed, so that the alert policy answers every kind. */
public sealed interface Signal {

    PartnershipRef partnership();

    /** Publication time of the earliest report. */
    Instant publishedAt();

    List<Root> roots();

    /** Quotes, at least one. */
    List<Citation> evidence();

    /** News about one line of the ledger. */
    sealed interface TermSignal extends Signal {
        TermNews news();

        @Override
        default PartnershipRef partnership() {
            return news().partnership();
        }

        @Override
        default Instant publishedAt() {
            return news().publishedAt();
        }

        @Override
        default List<Root> roots() {
            return news().roots();
        }

        @Override
        default List<Citation> evidence() {
            return news().evidence();
        }
    }

    /** A term is new, changed or ended. */
    record TermChange(TermNews news) implements TermSignal {}

    /** A change of a term is sought or discussed. */
    record TermNegotiation(TermNews news) implements TermSignal {}

    /**
     * Reports within one story window give close, but different values for one change: {@code news.before} is the value
     * that stands in the ledger, {@code news.after} the other one.
     */
    record Contradiction(TermNews news) implements TermSignal {}

    /**
     * A term comes to its end ({@code news.validUntil}), and nothing newer is on the record.
     *
     * @param passed whether the end has passed
     */
    record TermDue(TermNews news, boolean passed) implements TermSignal {
        public TermDue {
            if (news.validUntil().isEmpty()) {
                throw new IllegalArgumentException("validUntil: a term that is due without an end");
            }
        }
    }

    /**
     * Nothing is read about a partnership that usually has some news.
     *
     * @param publishedAt publication time of the last input before the silence
     * @param since UTC day of that input
     * @param usual longest time in days without input, in the time before by which it is judged
     * @param evidence the last quote before the silence
     */
    record Silence(
            PartnershipRef partnership,
            Instant publishedAt,
            LocalDate since,
            int usual,
            List<Root> roots,
            List<Citation> evidence)
            implements Signal {
        public Silence {
            Objects.requireNonNull(partnership, "partnership");
            Objects.requireNonNull(publishedAt, "publishedAt");
            Objects.requireNonNull(since, "since");
            roots = List.copyOf(roots);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The tone towards the tie has left its level.
     *
     * @param publishedAt time of the story that crossed the threshold
     * @param shift how far
     */
    record SentimentShift(
            PartnershipRef partnership, Instant publishedAt, Shift shift, List<Root> roots, List<Citation> evidence)
            implements Signal {
        public SentimentShift {
            roots = List.copyOf(roots);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A signal that was told, or is told at the same time, is over.
     *
     * @param told the signal as it was told last
     * @param cause why it is over
     * @param proof quotes that show it, where it takes a quote: those of a denial
     */
    record Over(Signal told, Cause cause, List<Citation> proof) implements Signal {
        /** Why a signal is over. */
        public enum Cause {
            /** A later change of the same line of the ledger, or a later shift, takes its place. */
            SUPERSEDED,
            /** The outcome of the talks is announced. */
            CONCLUDED,
            /** The new level of the tone has become the usual one. */
            SETTLED,
            /** There is news again after a silence. */
            RESUMED,
            /** With what is known now it is another signal, or none: the same fact in other words, or too few roots. */
            REPLACED,
            /** The article that it rests on was withdrawn. */
            WITHDRAWN,
            /** A party denies it. */
            DENIED
        }

        public Over {
            Objects.requireNonNull(told, "told");
            Objects.requireNonNull(cause, "cause");
            proof = List.copyOf(proof);
        }

        /** Whether what was told is no longer so, rather than of the past. */
        public boolean takesBack() {
            return cause == Cause.WITHDRAWN || cause == Cause.DENIED || cause == Cause.REPLACED;
        }

        @Override
        public PartnershipRef partnership() {
            return told.partnership();
        }

        @Override
        public Instant publishedAt() {
            return told.publishedAt();
        }

        @Override
        public List<Root> roots() {
            return told.roots();
        }

        @Override
        public List<Citation> evidence() {
            return told.evidence();
        }
    }

    /**
     * News about one line of the ledger.
     *
     * @param status NEW, CHANGED, ENDED or NEGOTIATING
     * @param before value in force before, where known
     * @param after value reported or sought, where the text gives it
     * @param validUntil the first moment at which it no longer holds, if the sources say so
     * @param occurrence number of the {@link Occurrence} of the line to which the news belongs
     * @param further 0 for what is reported first in its occurrence; for other changes, counts from 1 how often the
     *     occurrence has come to this value
     */
    record TermNews(
            PartnershipRef partnership,
            TermKey key,
            ClaimStatus status,
            Optional<TermValue> before,
            Optional<TermValue> after,
            Stage stage,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            int occurrence,
            int further,
            Instant publishedAt,
            List<Root> roots,
            List<Citation> evidence) {

        public TermNews {
            Objects.requireNonNull(partnership, "partnership");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(validFrom, "validFrom");
            Objects.requireNonNull(validUntil, "validUntil");
            roots = List.copyOf(roots);
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("evidence: a signal without a quote");
            }
        }
    }
}
