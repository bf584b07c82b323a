package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The word pieces of a text, with their places in it, in UTF-16 units. The first and the last one stand for its ends. */
public final class Pieces {
    private final int[] numbers;
    private final int[] starts;
    private final int[] ends;

    private Pieces(int[] numbers, int[] starts, int[] ends) {
        this.numbers = numbers;
        this.starts = starts;
        this.ends = ends;
    }

    public int size() {
        return numbers.length;
    }

    /** Number of a piece in the vocabulary. */
    public int number(int piece) {
        return numbers[piece];
    }

    /** Place of a piece; empty for the two ends and for what tells where the text stands. */
    public Span place(int piece) {
        return new Span(starts[piece], ends[piece]);
    }

    /** For each piece whether it touches one of some spans; if none does, the beginning stands for the whole text. */
    public boolean[] marking(List<Span> spans) {
        boolean[] marked = new boolean[size()];
        boolean any = false;
        for (int piece = 1; piece < size() - 1; piece++) {
            for (Span span : spans) {
                marked[piece] |= starts[piece] < span.end() && span.start() < ends[piece];
            }
            any |= marked[piece];
        }
        marked[0] = !any;
        return marked;
    }

    /** The pieces that lie inside a span. */
    public int[] inside(Span span) {
        return IntStream.range(1, size() - 1)
                .filter(piece ->
                        starts[piece] < ends[piece] && starts[piece] >= span.start() && ends[piece] <= span.end())
                .toArray();
    }

    /** Collects pieces up to a number. */
    static final class Builder {
        private final int[] numbers;
        private final int[] starts;
        private final int[] ends;
        private int size;

        Builder(int most) {
            numbers = new int[most + 1];
            starts = new int[most + 1];
            ends = new int[most + 1];
        }

        int size() {
            return size;
        }

        boolean isFull() {
            return size >= numbers.length - 1;
        }

        void add(int number, int start, int end) {
            if (!isFull()) {
                put(number, start, end);
            }
        }

        private void put(int number, int start, int end) {
            numbers[size] = number;
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        void cutBack(int length) {
            size = length;
        }

        Pieces build(int separator, int textLength) {
            put(separator, textLength, textLength);
            return new Pieces(Arrays.copyOf(numbers, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
