package io.pactwatch.analysis.text;

import io.pactwatch.contract.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Title and body of an article as one text, with its sentences. Offsets are into {@link #text()}; the body begins at
 * {@link #bodyStart()}.
 */
public final class ArticleText {
    private static final int HEADING = 90;
    private static final String ENDS = ".!?:;\u3002\uFF01\uFF1F\u2026\"'\u201D\u2019\u00BB)\u300D";

    private final String text;
    private final char[] folded;
    private final int bodyStart;
    private final String body;
    private List<Sentence> sentences;
    private int[] codePoints;

    /**
     * @param index place among the sentences of the article
     * @param headline whether it belongs to the title
     * @param heading whether it is a heading between paragraphs
     */
    public record Sentence(Span span, int index, boolean headline, boolean heading) {}

    public ArticleText(String title, String body) {
        this.text = title + "\n\n" + body;
        this.folded = Folding.fold(text);
        this.bodyStart = title.length() + 2;
        this.body = body;
    }

    public String text() {
        return text;
    }

    /** The folded text; not to be changed. */
    public char[] folded() {
        return folded;
    }

    public int bodyStart() {
        return bodyStart;
    }

    public String body() {
        return body;
    }

    /** Sentences of title and body without page furniture, in order. Computed on first use. */
    public synchronized List<Sentence> sentences() {
        if (sentences == null) {
            sentences = read();
        }
        return sentences;
    }

    /** The quote between two offsets, widened to whole code points. The first call is linear in the body, further ones are not. */
    public Evidence quote(Span span) {
        int start = span.start() - bodyStart;
        int end = span.end() - bodyStart;
        start -= splitsPair(start) ? 1 : 0;
        end += splitsPair(end) ? 1 : 0;
        int[] counts = codePointCounts();
        return new Evidence(body.substring(start, end), counts[start], counts[end]);
    }

    private boolean splitsPair(int at) {
        return at > 0
                && at < body.length()
                && Character.isHighSurrogate(body.charAt(at - 1))
                && Character.isLowSurrogate(body.charAt(at));
    }

    private synchronized int[] codePointCounts() {
        if (codePoints == null) {
            codePoints = new int[body.length() + 1];
            for (int i = 0; i < body.length(); i++) {
                codePoints[i + 1] = codePoints[i] + (splitsPair(i) ? 0 : 1);
            }
        }
        return codePoints;
    }

    private List<Sentence> read() {
        List<Sentence> read = new ArrayList<>();
        for (Span span : SentenceSplitter.split(text, 0, Math.max(0, bodyStart - 2))) {
            read.add(new Sentence(span, read.size(), true, false));
        }
        List<Span> paragraphs = Boilerplate.STANDARD.paragraphs(text, folded, bodyStart);
        for (Span paragraph : paragraphs) {
            boolean heading = paragraphs.size() > 2 && isHeading(paragraph);
            for (Span span : SentenceSplitter.split(text, paragraph.start(), paragraph.end())) {
                read.add(new Sentence(span, read.size(), false, heading));
            }
        }
        return List.copyOf(read);
    }

    private boolean isHeading(Span paragraph) {
        char last = text.charAt(paragraph.end() - 1);
        return paragraph.length() <= HEADING && !ENDS.contains(String.valueOf(last));
    }
}
