package io.pactwatch.analysis.model.linear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How good or bad English words are, in [-4,4], by several lists. Immutable and thread-safe. */
final class ValenceLexicon {
    private static final int SIZE = 1 << 15;

    private final int lists;
    private final int[] keys = new int[SIZE];
    private final float[] valences;

    private ValenceLexicon(int lists) {
        this.lists = lists;
        this.valences = new float[SIZE * lists];
    }

    /** Reads lines of a word and its valence in each list, parted by tabs; lines that begin with {@code #} are comments. */
    static ValenceLexicon resource(String name, int lists) {
        ValenceLexicon lexicon = new ValenceLexicon(lists);
        try (InputStream stream = ValenceLexicon.class.getResourceAsStream("/io/pactwatch/analysis/linear/" + name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lexicon.put(line.split("\t"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lexicon;
    }

    private void put(String[] fields) {
        int place = place(Words.hash(fields[0]));
        keys[place] = Words.hash(fields[0]);
        for (int list = 0; list < lists; list++) {
            valences[place * lists + list] = Float.parseFloat(fields[1 + list]);
        }
    }

    private int place(int hash) {
        int place = FeatureHash.slot(hash, SIZE);
        while (keys[place] != 0 && keys[place] != hash) {
            place = place + 1 & SIZE - 1;
        }
        return place;
    }

    int lists() {
        return lists;
    }

    /** Where the valences of a word are; a place of zeros if it is in no list. */
    int find(int hash) {
        return place(hash) * lists;
    }

    float valence(int found, int list) {
        return valences[found + list];
    }
}
