package io.pactwatch.alert;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.LedgerSource;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.TermKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Titles and summaries of alerts in plain English. They may hold words of articles: escape them where they are shown.
 */
final class AlertText {
    private static final Set<String> ACRONYMS = Set.of("AGI", "API", "IP");
    private static final int LONGEST_VALUE = 80;
    private static final int NAMED_ROOTS = 3;

    private AlertText() {}

    static String title(Signal.TermSignal signal) {
        Signal.TermNews news = signal.news();
        if (signal instanceof Signal.TermChange) {
            return changeTitle(news);
        }
        if (signal instanceof Signal.TermNegotiation) {
            return negotiationTitle(news);
        }
        if (signal instanceof Signal.TermDue due) {
            return dueTitle(due);
        }
        return news.partnership().name() + ": sources differ on " + term(news.key())
                + news.before().map(value -> ": " + shown(value)).orElse("")
                + news.after().map(value -> " or " + shown(value)).orElse("");
    }

    static String summary(Signal.TermSignal signal) {
        Signal.TermNews news = signal.news();
        if (signal instanceof Signal.Contradiction) {
            return "Both values are reported for the same change, since " + day(news.publishedAt()) + by(news.roots())
                    + ". The first one stands in the ledger: its report is the firmer one, or has more independent"
                    + " sources, or came first.";
        }
        if (signal instanceof Signal.TermDue due) {
            return (due.passed()
                            ? "No renewal, change or end was on the record by then. "
                            : "Nothing newer is on the record. ")
                    + "The end was first reported on " + day(news.publishedAt()) + by(news.roots()) + ".";
        }
        return termSummary(news);
    }

    private static String dueTitle(Signal.TermDue due) {
        Signal.TermNews news = due.news();
        LocalDate last = day(news.validUntil().orElseThrow().minusMillis(1));
        return news.partnership().name() + ": " + term(news.key()) + values(Optional.empty(), news.after())
                + (due.passed() ? " has passed its end of " + last + " without news" : " ends on " + last);
    }

    static String silenceTitle(Signal.Silence silence) {
        return silence.partnership().name() + ": no news since " + silence.since();
    }

    static String silenceSummary(Signal.Silence silence) {
        return "Nothing was read about this partnership since " + silence.since()
                + "; the longest time without input in the year before was "
                + (silence.usual() == 1 ? "1 day" : silence.usual() + " days")
                + ". Look whether its sources still deliver.";
    }

    private static String changeTitle(Signal.TermNews news) {
        String reported = news.stage().atLeast(Stage.ANNOUNCED) ? "" : "reportedly ";
        String term = term(news.key());
        String what =
                switch (news.status()) {
                    case NEW -> reported.isEmpty() ? "new " + term : term + " reportedly agreed";
                    case ENDED -> term + " " + reported + "ended";
                    default -> term + " " + reported + "changed";
                };
        return news.partnership().name() + ": " + what + values(news.before(), news.after());
    }

    private static String negotiationTitle(Signal.TermNews news) {
        String what =
                switch (news.stage()) {
                    case SPECULATION, ANONYMOUS_REPORT -> "reportedly under negotiation";
                    case SOUGHT -> "change sought";
                    default -> "under negotiation";
                };
        String asked = news.after().map(value -> shown(value) + " sought").orElse("");
        String now = news.before().map(value -> shown(value) + " in force").orElse("");
        String detail = asked.isEmpty() || now.isEmpty() ? asked + now : asked + ", " + now;
        return news.partnership().name() + ": " + term(news.key()) + " " + what
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    static String shiftTitle(PartnershipRef partnership, Shift shift) {
        String way = shift.direction() == Shift.Direction.DOWN ? "worsened" : "improved";
        return partnership.name() + ": tone has " + way + " (" + score(shift.from()) + " -> " + score(shift.to()) + ")";
    }

    private static String termSummary(Signal.TermNews news) {
        String verb = news.status() == ClaimStatus.NEGOTIATING ? "A change is " : "The change is ";
        String valid =
                news.validFrom().map(time -> " Valid from " + day(time) + ".").orElse("")
                        + news.validUntil()
                                .map(time -> " Valid until " + day(time.minusMillis(1)) + ".")
                                .orElse("");
        return verb + firmness(news.stage()) + ". First reported on " + day(news.publishedAt()) + by(news.roots()) + "."
                + valid;
    }

    static String shiftSummary(Signal.SentimentShift signal) {
        Shift shift = signal.shift();
        return String.format(
                Locale.ROOT,
                "Since %s the stories about this partnership score %+.2f on average, after %+.2f before: a shift of %.1f"
                        + " standard deviations. The test statistic reached %.1f; the threshold is %.1f.",
                day(shift.changePoint()),
                shift.to(),
                shift.from(),
                Math.abs(shift.effectSize()),
                shift.statistic(),
                shift.threshold());
    }

    /** For example {@code revenue share [api, paid by openai]}. */
    private static String term(TermKey key) {
        String name = Arrays.stream(key.term().split("_"))
                .map(word -> ACRONYMS.contains(word) ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        String scope = key.scope().orElse("");
        String payer = key.payer().map(party -> "paid by " + party).orElse("");
        String limits = scope.isEmpty() || payer.isEmpty() ? scope + payer : scope + ", " + payer;
        return limits.isEmpty() ? name : name + " [" + limits + "]";
    }

    private static String values(Optional<TermValue> before, Optional<TermValue> after) {
        if (after.isEmpty() || after.get().equals(TermValue.State.NONE)) {
            return before.map(value -> " (was " + shown(value) + ")").orElse("");
        }
        String now = shown(after.get());
        return " (" + before.map(value -> shown(value) + " -> " + now).orElse(now) + ")";
    }

    private static String firmness(Stage stage) {
        return switch (stage) {
            case SPECULATION -> "a matter of speculation";
            case ANONYMOUS_REPORT -> "reported by people who are not named";
            case SOUGHT -> "sought by one party";
            case IN_TALKS -> "discussed by both parties";
            case NON_BINDING -> "agreed without obligation";
            case ANNOUNCED -> "stated on the record by a party";
            case FILED -> "stated in a filing";
            case EFFECTIVE -> "in effect";
        };
    }

    private static String by(List<Root> roots) {
        if (roots.isEmpty()) {
            return "";
        }
        String names = roots.stream().limit(NAMED_ROOTS).map(Root::root).collect(Collectors.joining(", "));
        String more = roots.size() > NAMED_ROOTS ? " and " + (roots.size() - NAMED_ROOTS) + " more" : "";
        String sources = roots.size() == 1
                ? "; one independent source: " + names
                : "; " + roots.size() + " independent sources: " + names + more;
        return sources + spread(roots);
    }

    /** How many outlets told it, where they are more than the roots; beyond the bound of a root they are not counted. */
    private static String spread(List<Root> roots) {
        long outlets = roots.stream()
                .flatMap(root -> root.outlets().stream())
                .distinct()
                .count();
        boolean more = roots.stream().anyMatch(root -> root.outlets().size() >= LedgerSource.MAX_SOURCES);
        return outlets <= roots.size() ? "" : ", told by " + outlets + (more ? " outlets or more" : " outlets");
    }

    private static String shown(TermValue value) {
        String text = value.display();
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "...";
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%+.2f", score);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
