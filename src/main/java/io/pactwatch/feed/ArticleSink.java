package io.pactwatch.feed;

/** Takes what is found in files, in the order of the files. */
public interface ArticleSink {

    /**
     * A message, not yet checked.
     *
     * @param place where it stands: {@code file} or {@code file:line}
     * @param message an article in JSON
     */
    void article(String place, byte[] message);

    /** Something that cannot be a message, and why. */
    void refused(String place, String reason);
}
