package io.pactwatch.analysis.text;

/** Part of a text: {@code start} inclusive, {@code end} exclusive, in UTF-16 units. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("start " + start + ", end " + end + ": not a span");
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int position) {
        return start <= position && position < end;
    }

    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The smallest span over both. */
    public Span join(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Units between the two, 0 if they touch or overlap. */
    public int distance(Span other) {
        return Math.max(0, Math.max(other.start - end, start - other.end));
    }
}
