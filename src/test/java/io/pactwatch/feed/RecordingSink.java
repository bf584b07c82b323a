package io.pactwatch.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given, one text each: {@code place | message}. */
final class RecordingSink implements ArticleSink {
    final List<String> articles = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();

    @Override
    public void article(String place, byte[] message) {
        articles.add(place + " | " + new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void refused(String place, String reason) {
        refusals.add(place + " | " + reason);
    }
}
