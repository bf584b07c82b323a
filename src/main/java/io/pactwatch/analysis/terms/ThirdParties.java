package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.PhraseMatcher;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places in an article that name well-known companies. Which of them are third parties depends on the pair. */
public final class ThirdParties {
    private static final PhraseMatcher<Boolean> COMPANIES = companies();

    private final List<Span> places = new ArrayList<>();

    /** @param named further places where the article names companies, such as other watched parties */
    public ThirdParties(String text, char[] folded, List<Span> named) {
        places.addAll(named);
        COMPANIES.match(folded, (start, end, company) -> {
            if (!Character.isLowerCase(text.charAt(start))) {
                places.add(new Span(start, end));
            }
        });
        places.sort(Comparator.comparingInt(Span::start));
    }

    private static PhraseMatcher<Boolean> companies() {
        PhraseMatcher.Builder<Boolean> builder = new PhraseMatcher.Builder<>();
        YamlNode.resource("companies.yaml").get("companies").texts().forEach(name -> builder.add(name, true));
        return builder.build();
    }

    /** Whether a span names a company that is neither party. */
    boolean in(Span span, PairMentions pair) {
        for (int i = firstFrom(span.start()); i < places.size() && places.get(i).start() < span.end(); i++) {
            Span place = places.get(i);
            if (span.covers(place) && !pair.isNamedIn(0, place) && !pair.isNamedIn(1, place)) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(int start) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
