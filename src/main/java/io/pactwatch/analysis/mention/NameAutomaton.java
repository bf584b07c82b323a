package io.pactwatch.analysis.mention;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.pactwatch.analysis.text.Script;
import java.util.List;
import java.util.Map;

/**
 * The automaton of all names (Aho and Corasick 1975), and a short cut through it: a name can begin only where no word goes on,
 * and only with the first characters of a name, so most places of a text are passed over at the cost of a look at a table or a
 * bit. Immutable once made; thread-safe.
 */
final class NameAutomaton extends AhoCorasickDoubleArrayTrie<List<NameForm>> {
    private static final long serialVersionUID = 1;

    /** First characters of a name that are looked up at once; shorter names are looked up whole. */
    private static final int KEY_LENGTH = 4;

    /** Steps through the automaton allowed for each character of a text, and a few for short ones. */
    private static final int STEPS = 2;

    private static final int SPARE_STEPS = 200;
    private static final int FILTER_BITS_PER_KEY = 16;
    private static final int LEAST_FILTER_BITS = 1 << 10;
    private static final int MOST_FILTER_BITS = 1 << 20;
    private static final int CHARACTER_BITS = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Bits of a character that tell pairs of characters apart: those of ASCII; others share the places of these. */
    private static final int PAIR_BITS = 7;

    private static final int PAIR_MASK = (1 << PAIR_BITS) - 1;

    /** A number from 1 to 3 for each script in which a name cannot begin right of a unit of the same script; else 0. */
    private static final byte[] JOINING = joining();

    private static final int JOINING_SCRIPTS = 3;

    /** By the first two characters of a name: a bit for each {@link #JOINING} number to the right of which it can begin. */
    private final byte[] starts = new byte[1 << 2 * PAIR_BITS];

    private final byte[] lengths = new byte[Character.MAX_VALUE + 1];
    private final long[] filter;

    /** Takes a name that was found. */
    interface Sink {
        void found(int begin, int end, List<NameForm> forms);
    }

    /** @param forms what each name, folded, stands for; at least one, and none is empty */
    NameAutomaton(Map<String, List<NameForm>> forms) {
        build(forms);
        int bits = Integer.highestOneBit(forms.size()) * FILTER_BITS_PER_KEY;
        filter = new long[Math.max(LEAST_FILTER_BITS, Math.min(MOST_FILTER_BITS, bits)) / Long.SIZE];
        for (String folded : forms.keySet()) {
            char[] name = folded.toCharArray();
            int length = Math.min(KEY_LENGTH, name.length);
            lengths[name[0]] |= (byte) (1 << length);
            addStart(name);
            int bit = bit(key(name, 0, length));
            filter[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /** Finds every name in a folded text. */
    void findAll(char[] folded, Sink sink) {
        parseText(folded, sink::found);
    }

    /**
     * Finds every name that begins where no word goes on.
     *
     * @return false if the text was built so that names nearly match in too many places: then not all were looked for, so that
     *     the cost stays linear in the length of the text
     */
    boolean findAtStarts(char[] folded, Sink sink) {
        int left = STEPS * folded.length + SPARE_STEPS;
        int before = 0;
        // One branch for most characters, and one that is nearly always foretold right.
        for (int i = 0; i < folded.length; i++) {
            char first = folded[i];
            char second = i + 1 < folded.length ? folded[i + 1] : 0;
            if ((starts[pair(first, second)] >> before & 1) != 0 && isPossible(folded, i)) {
                left -= findAt(folded, i, sink);
                if (left <= 0) {
                    return false;
                }
            }
            before = JOINING[first];
        }
        return true;
    }

    private void addStart(char[] name) {
        int script = JOINING[name[0]];
        int allowed = (1 << JOINING_SCRIPTS + 1) - 1;
        byte mask = (byte) (script == 0 ? allowed : allowed & ~(1 << script));
        if (name.length == 1) {
            for (char second = 0; second <= PAIR_MASK; second++) {
                starts[pair(name[0], second)] |= mask;
            }
        } else {
            starts[pair(name[0], name[1])] |= mask;
        }
    }

    private static int pair(char first, char second) {
        return (first & PAIR_MASK) << PAIR_BITS | second & PAIR_MASK;
    }

    /** Whether the first characters may be those of a name. */
    private boolean isPossible(char[] folded, int at) {
        int possible = lengths[folded[at]];
        for (int length = 1; length <= KEY_LENGTH && at + length <= folded.length; length++) {
            if ((possible & 1 << length) != 0) {
                int bit = bit(key(folded, at, length));
                if ((filter[bit / Long.SIZE] & 1L << bit) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Follows the names that begin here; gives the number of steps. */
    private int findAt(char[] folded, int at, Sink sink) {
        int state = 0;
        int end = at;
        while (end < folded.length) {
            state = transitionWithRoot(state, folded[end]);
            if (state <= 0) {
                break;
            }
            end++;
            int[] found = output[state];
            if (found != null) {
                for (int name : found) {
                    // The others are names that end here and begin later.
                    if (l[name] == end - at) {
                        sink.found(at, end, get(name));
                    }
                }
            }
        }
        return end - at + 1;
    }

    private int bit(long key) {
        return (int) (key * MIX >>> 40) & (filter.length * Long.SIZE - 1);
    }

    /** The characters one after the other; folded text has no character 0, so keys of different lengths differ. */
    private static long key(char[] text, int at, int length) {
        long key = 0;
        for (int i = 0; i < length; i++) {
            key = key << CHARACTER_BITS | text[at + i];
        }
        return key;
    }

    private static byte[] joining() {
        byte[] joining = new byte[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < joining.length; unit++) {
            Script script = Script.of((char) unit);
            if (NameIndex.joins(script)) {
                joining[unit] = (byte) (script.ordinal() + 1);
            }
        }
        return joining;
    }
}
