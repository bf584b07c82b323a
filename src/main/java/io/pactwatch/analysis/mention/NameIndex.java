package io.pactwatch.analysis.mention;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All names of all watched parties in one automaton, so that the cost of an article does not grow with the watchlist. Names
 * of spaced scripts match whole words (East Asian particles may follow); where matches overlap, the longest one counts.
 * Immutable and thread-safe.
 */
public final class NameIndex {
    private static final Set<String> COMMON_WORDS =
            Set.copyOf(YamlNode.resource("common-words.yaml").get("words").texts());

    private final Optional<NameAutomaton> automaton;
    private final Map<Party, Integer> numbers = new LinkedHashMap<>();
    private final List<Map<Integer, List<Integer>>> partners = new ArrayList<>();
    private final List<Partnership> partnerships;

    public NameIndex(Collection<Partnership> watchlist) {
        partnerships = List.copyOf(watchlist);
        TreeMap<String, List<NameForm>> forms = new TreeMap<>();
        for (int i = 0; i < partnerships.size(); i++) {
            List<Party> parties = partnerships.get(i).parties();
            int first = number(parties.get(0), forms);
            int second = number(parties.get(1), forms);
            partners.get(first)
                    .computeIfAbsent(second, key -> new ArrayList<>())
                    .add(i);
            partners.get(second)
                    .computeIfAbsent(first, key -> new ArrayList<>())
                    .add(i);
        }
        automaton = forms.isEmpty() ? Optional.empty() : Optional.of(new NameAutomaton(forms));
    }

    private int number(Party party, TreeMap<String, List<NameForm>> forms) {
        Integer known = numbers.get(party);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(party, number);
        partners.add(new HashMap<>());
        addName(party.name(), number, false, forms);
        party.aliases().forEach(alias -> addName(alias, number, false, forms));
        party.people().forEach(person -> addName(person, number, true, forms));
        return number;
    }

    private static void addName(String name, int party, boolean person, TreeMap<String, List<NameForm>> forms) {
        String folded = Folding.foldToString(name.strip());
        if (folded.isEmpty()) {
            return;
        }
        NameForm form = NameForm.of(name.strip(), party, person, COMMON_WORDS, folded);
        List<NameForm> same = forms.computeIfAbsent(folded, key -> new ArrayList<>());
        if (!same.contains(form)) {
            same.add(form);
        }
    }

    public List<Partnership> partnerships() {
        return partnerships;
    }

    /** Number of a party of a partnership, as mentions use it. */
    public int numberOf(Party party) {
        return numbers.get(party);
    }

    /** Partnerships, by place in the watchlist, between a party and each of its partners. */
    Map<Integer, List<Integer>> partnersOf(int party) {
        return partners.get(party);
    }

    /** All mentions in order of their place; linear in the length of the text plus the number of matches. */
    public List<Mention> find(String text, char[] folded) {
        if (automaton.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        boolean complete =
                automaton.get().findAtStarts(folded, (begin, end, forms) -> add(hits, text, folded, begin, end, forms));
        return complete ? longest(hits) : findByAutomaton(text, folded);
    }

    /** The same mentions by every step of the automaton: at a cost that no text can raise, but a higher one for most texts. */
    List<Mention> findByAutomaton(String text, char[] folded) {
        List<Hit> hits = new ArrayList<>();
        automaton.ifPresent(
                all -> all.findAll(folded, (begin, end, forms) -> add(hits, text, folded, begin, end, forms)));
        return longest(hits);
    }

    private static void add(List<Hit> hits, String text, char[] folded, int begin, int end, List<NameForm> forms) {
        if (bounded(folded, begin, end)) {
            for (NameForm form : forms) {
                if (form.accepts(text, begin, end)) {
                    hits.add(new Hit(begin, end, form));
                }
            }
        }
    }

    private record Hit(int begin, int end, NameForm form) {}

    private static boolean bounded(char[] folded, int begin, int end) {
        return !joinsLeft(folded, begin) && !joinsRight(folded, end);
    }

    private static boolean joinsLeft(char[] folded, int begin) {
        if (begin == 0) {
            return false;
        }
        Script left = Script.of(folded[begin - 1]);
        Script first = Script.of(folded[begin]);
        return left == first && joins(first);
    }

    /** Whether a name of this script cannot begin right of a unit of the same script. */
    static boolean joins(Script script) {
        return script == Script.SPACED || script == Script.KATAKANA || script == Script.HANGUL;
    }

    private static boolean joinsRight(char[] folded, int end) {
        if (end == folded.length) {
            return false;
        }
        Script last = Script.of(folded[end - 1]);
        Script right = Script.of(folded[end]);
        if (last == Script.SPACED && folded[end] == 's' && isGenitive(folded, end)) {
            return false;
        }
        return last == right && (last == Script.SPACED || last == Script.KATAKANA);
    }

    /** The s that German and other languages join to a name: a word end follows. */
    private static boolean isGenitive(char[] folded, int end) {
        boolean wordEnds = end + 1 == folded.length || Script.of(folded[end + 1]) != Script.SPACED;
        boolean longName = end >= 5;
        for (int i = end - 1; longName && i > end - 5; i--) {
            longName = Script.of(folded[i]) == Script.SPACED;
        }
        return wordEnds && longName;
    }

    private static List<Mention> longest(List<Hit> hits) {
        hits.sort(Comparator.comparingInt(Hit::begin)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
        List<Mention> mentions = new ArrayList<>();
        int begin = -1;
        int end = -1;
        for (Hit hit : hits) {
            boolean sameName = hit.begin == begin && hit.end == end;
            if (hit.begin >= end || sameName) {
                mentions.add(new Mention(new Span(hit.begin, hit.end), hit.form.party(), hit.form.person()));
                begin = hit.begin;
                end = hit.end;
            }
        }
        return mentions;
    }
}
