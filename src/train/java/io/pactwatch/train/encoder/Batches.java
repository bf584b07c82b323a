package io.pactwatch.train.encoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Cuts examples into batches of similar length, so that little is computed on padding. */
final class Batches {
    private static final int POOL = 32;

    private Batches() {}

    /** Batches in random order, of examples that are near each other in a random order and alike in length. */
    static List<List<Example>> shuffled(List<Example> examples, int size, Random random) {
        List<Example> order = new ArrayList<>(examples);
        Collections.shuffle(order, random);
        List<List<Example>> batches = new ArrayList<>();
        for (List<Example> pool : parts(order, size * POOL)) {
            List<Example> sorted = new ArrayList<>(pool);
            sorted.sort(Comparator.comparingInt(Example::length));
            batches.addAll(parts(sorted, size));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** Consecutive parts of at most the given size. */
    static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
