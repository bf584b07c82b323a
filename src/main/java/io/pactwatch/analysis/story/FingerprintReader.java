package io.pactwatch.analysis.story;

import io.pactwatch.analysis.Fingerprint;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.contract.TermValue;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the names and numbers by which stories are told apart. Numbers have one form in all languages: {@code
 * usd:13000000000}, {@code pct:27}, {@code x:100}, {@code until:2030}. Names are those in Latin script. What is no prose (menus,
 * title lines), what the text also writes small, and days and months are no names.
 */
public final class FingerprintReader {
    private static final int MAX_NAME_WORDS = 3;

    /** Words from which on a sentence of capitalised words is a list or a title, not prose. */
    private static final int LEAST_WORDS = 3;

    private static final double PROSE_CAPITALS = 0.75;

    private static final Set<String> CALENDAR = calendar();

    private FingerprintReader() {}

    /** @param values values of each sentence, by its index */
    public static Fingerprint read(
            ArticleText article, PairMentions pair, List<List<FoundValue>> values, String language) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> small = smallWords(article);
        for (Sentence sentence : article.sentences()) {
            values.get(sentence.index())
                    .forEach(value -> feature(value.value()).ifPresent(name -> counts.merge(name, 2, Integer::sum)));
            if (isProse(article.text(), sentence.span())) {
                addNames(article.text(), sentence, pair, language, counts);
            }
        }
        counts.keySet().removeIf(name -> small.contains(name) || CALENDAR.contains(name));
        return Fingerprint.of(counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(Fingerprint.MAX_FEATURES)
                .map(Map.Entry::getKey)
                .toList());
    }

    private static Optional<String> feature(TermValue value) {
        if (value instanceof TermValue.Money money) {
            return Optional.of(money.currency().toLowerCase(Locale.ROOT) + ":"
                    + money.amount().toPlainString());
        }
        if (value instanceof TermValue.Percent percent) {
            return Optional.of("pct:" + percent.percent().toPlainString());
        }
        if (value instanceof TermValue.Multiple multiple) {
            return Optional.of("x:" + multiple.multiple().toPlainString());
        }
        return value instanceof TermValue.Until until ? Optional.of("until:" + until.date()) : Optional.empty();
    }

    private static Set<String> calendar() {
        Set<String> names = new HashSet<>();
        for (Month month : Month.values()) {
            names.add(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(names);
    }

    /** The words that the text writes with a small first letter. */
    private static Set<String> smallWords(ArticleText article) {
        Set<String> small = new HashSet<>();
        String text = article.text();
        for (Sentence sentence : article.sentences()) {
            int i = sentence.span().start();
            while (i < sentence.span().end()) {
                int end = Math.max(i + 1, wordEnd(text, i, sentence.span().end()));
                if (isLatinLetter(text.charAt(i)) && Character.isLowerCase(text.charAt(i))) {
                    small.add(Folding.foldToString(text.substring(i, end)));
                }
                i = end;
            }
        }
        return small;
    }

    private static boolean isProse(String text, Span span) {
        int words = 0;
        int capitals = 0;
        int i = span.start();
        while (i < span.end()) {
            int end = Math.max(i + 1, wordEnd(text, i, span.end()));
            if (isLatinLetter(text.charAt(i))) {
                words++;
                capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            }
            i = end;
        }
        return words < LEAST_WORDS || capitals <= PROSE_CAPITALS * words;
    }

    /** Runs of capitalised words inside a sentence. German writes all nouns so: there only words with inner capitals count. */
    private static void addNames(
            String text, Sentence sentence, PairMentions pair, String language, Map<String, Integer> counts) {
        boolean nounsAreCapitals = language.equals("de") || sentence.headline() || sentence.heading();
        Span span = sentence.span();
        int i = span.start();
        while (i < span.end()) {
            if (!isLatinLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int end = wordEnd(text, i, span.end());
            boolean opens = i == span.start() || opensQuote(text, i) || opensPiece(text, i);
            if (isName(text, i, end, nounsAreCapitals || opens)) {
                end = run(text, end, span.end(), nounsAreCapitals);
                Span name = new Span(i, end);
                if (!pair.isNamedIn(0, name) && !pair.isNamedIn(1, name) && name.length() <= 40) {
                    counts.merge(Folding.foldToString(text.substring(i, end)), 1, Integer::sum);
                }
            }
            i = end;
        }
    }

    private static boolean opensQuote(String text, int i) {
        return i > 0 && "\"'\u201C\u2018\u00AB(".indexOf(text.charAt(i - 1)) >= 0;
    }

    /** Whether a dash, bar or bullet stands before the word, as in lines of particulars. */
    private static boolean opensPiece(String text, int i) {
        return i > 1 && text.charAt(i - 1) == ' ' && "-\u2013\u2014|\u2022\u00B7/>".indexOf(text.charAt(i - 2)) >= 0;
    }

    private static int run(String text, int from, int limit, boolean strict) {
        int end = from;
        for (int words = 1; words < MAX_NAME_WORDS && end + 1 < limit && text.charAt(end) == ' '; words++) {
            int next = end + 1;
            if (!isLatinLetter(text.charAt(next))) {
                break;
            }
            int nextEnd = wordEnd(text, next, limit);
            if (!isName(text, next, nextEnd, strict)) {
                break;
            }
            end = nextEnd;
        }
        return end;
    }

    private static int wordEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit
                && (isLatinLetter(text.charAt(end))
                        || Character.isDigit(text.charAt(end))
                        || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private static boolean isName(String text, int start, int end, boolean innerCapital) {
        if (end - start < 2 || !Character.isUpperCase(text.charAt(start))) {
            return false;
        }
        if (!innerCapital) {
            return true;
        }
        for (int i = start + 1; i < end; i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatinLetter(char unit) {
        return unit < 0x250 && Character.isLetter(unit);
    }
}
