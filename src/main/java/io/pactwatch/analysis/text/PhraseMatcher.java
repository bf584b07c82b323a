package io.pactwatch.analysis.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds many phrases in one pass over folded text (Aho and Corasick 1975). A phrase of a spaced script matches whole words; a
 * {@code *} at its start or end lifts that boundary. East Asian phrases match anywhere. Immutable and thread-safe; matching
 * is linear in the length of the text plus the number of hits.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseMatcher<V> {
    private final AhoCorasickDoubleArrayTrie<List<Entry<V>>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;

    private record Entry<V>(V value, boolean openStart, boolean openEnd) {}

    /** Takes one match. */
    @FunctionalInterface
    public interface Sink<V> {
        void accept(int start, int end, V value);
    }

    /** Collects phrases. */
    public static final class Builder<V> {
        private final TreeMap<String, List<Entry<V>>> entries = new TreeMap<>();

        /** Adds a phrase with its wildcards. The same phrase may stand for several values. */
        public Builder<V> add(String phrase, V value) {
            String folded = Folding.foldToString(phrase.strip());
            boolean openStart = folded.startsWith("*");
            boolean openEnd = folded.length() > 1 && folded.endsWith("*");
            String core = folded.substring(openStart ? 1 : 0, folded.length() - (openEnd ? 1 : 0))
                    .strip();
            if (core.isEmpty()) {
                throw new IllegalArgumentException("phrase '" + phrase + "': nothing to match");
            }
            entries.computeIfAbsent(core, key -> new ArrayList<>()).add(new Entry<>(value, openStart, openEnd));
            return this;
        }

        public PhraseMatcher<V> build() {
            return new PhraseMatcher<>(entries);
        }
    }

    private PhraseMatcher(Map<String, List<Entry<V>>> entries) {
        empty = entries.isEmpty();
        if (!empty) {
            trie.build(new TreeMap<>(entries));
        }
    }

    /** Reports all matches in order of their ends, overlapping ones included. */
    public void match(char[] folded, Sink<V> sink) {
        if (empty || folded.length == 0) {
            return;
        }
        trie.parseText(folded, (begin, end, found) -> report(folded, begin, end, found, sink));
    }

    private void report(char[] folded, int begin, int end, List<Entry<V>> found, Sink<V> sink) {
        boolean startsWord = begin == 0 || !joined(folded[begin - 1], folded[begin]);
        boolean endsWord = end == folded.length || !joined(folded[end - 1], folded[end]);
        for (Entry<V> entry : found) {
            if ((startsWord || entry.openStart) && (endsWord || entry.openEnd)) {
                sink.accept(begin, end, entry.value);
            }
        }
    }

    private static boolean joined(char left, char right) {
        return Script.of(left) == Script.SPACED && Script.of(right) == Script.SPACED;
    }
}
