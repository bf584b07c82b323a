package io.pactwatch.analysis.story;

import io.pactwatch.analysis.Fingerprint;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.contract.TermValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the names and numbers by which stories are told apart. Numbers have one form in all languages: {@code
 * usd:13000000000}, {@code pct:27}, {@code x:100}, {@code until:2030}. Names are those in Latin script.
 */
public final class FingerprintReader {
    private static final int MAX_NAME_WORDS = 3;

    private FingerprintReader() {}

    /** @param values values of each sentence, by its index */
    public static Fingerprint read(
            ArticleText article, PairMentions pair, List<List<FoundValue>> values, String language) {
        Map<String, Integer> counts = new HashMap<>();
        for (Sentence sentence : article.sentences()) {
            values.get(sentence.index())
                    .forEach(value -> feature(value.value()).ifPresent(name -> counts.merge(name, 2, Integer::sum)));
            addNames(article.text(), sentence, pair, language, counts);
        }
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

    /** Runs of capitalised words inside a sentence. German writes all nouns so: there only words with inner capitals count. */
    private static void addNames(
            String text, Sentence sentence, PairMentions pair, String language, Map<String, Integer> counts) {
        boolean nounsAreCapitals = language.equals("de") || sentence.headline();
        Span span = sentence.span();
        int i = span.start();
        while (i < span.end()) {
            if (!isLatinLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int end = wordEnd(text, i, span.end());
            boolean opens = i == span.start() || opensQuote(text, i);
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
