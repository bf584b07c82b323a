package io.pactwatch.train.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Gives passages neighbours, since in articles a sentence stands between others that have little to do with it. */
final class Neighbours {
    private static final int MAX_TOKENS = 128;

    private Neighbours() {}

    /** All examples in their order, a random share of them followed by another one of them. */
    static List<Example> joined(List<Example> examples, double share, Random random) {
        List<Example> joined = new ArrayList<>();
        for (Example example : examples) {
            Example other = examples.get(random.nextInt(examples.size()));
            boolean fits = example.length() + other.length() <= MAX_TOKENS;
            joined.add(fits && random.nextDouble() < share ? example.followedBy(other) : example);
        }
        return joined;
    }
}
