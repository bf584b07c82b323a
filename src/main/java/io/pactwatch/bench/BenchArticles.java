package io.pactwatch.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Articles of {@value #BODY_LENGTH} characters, made of the sample articles about Microsoft and OpenAI: as they are, or
 * with the names of the parties replaced so that they concern nobody on the watchlist. The same texts come again and again, as
 * agency copy does, so a model reads their sentences once. The same texts come again and again, as
 * agency copy does, so a model reads their sentences once.
 */
final class BenchArticles {
    static final int BODY_LENGTH = 3_500;
    /** A hundred articles a day about one partnership: a busy one. */
    private static final long SECONDS_APART = 864;

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final List<String> relevant;
    private final List<String> irrelevant;

    /**
     * @param bodies texts about the two parties, at least one
     * @param analyzer tells which texts concern the watchlist
     */
    BenchArticles(List<String> bodies, ArticleAnalyzer analyzer) {
        relevant = bodies.stream().map(BenchArticles::resize).toList();
        irrelevant = relevant.stream()
                .map(BenchArticles::withoutParties)
                .filter(body -> concernsNobody(body, analyzer))
                .toList();
    }

    private static boolean concernsNobody(String body, ArticleAnalyzer analyzer) {
        Article article = new Article(
                "probe",
                Optional.empty(),
                "",
                body,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return analyzer.analyze(article, START).isEmpty();
    }

    /** The n-th article about the watched pair, as a message. */
    byte[] relevant(int number) {
        return message(number, relevant);
    }

    /** The n-th article about nobody on the watchlist, as a message. */
    byte[] irrelevant(int number) {
        return message(number, irrelevant);
    }

    static String id(int number) {
        return "bench-" + number;
    }

    private static byte[] message(int number, List<String> bodies) {
        ObjectNode article = JsonNodeFactory.instance.objectNode();
        article.put("id", id(number));
        article.put("title", "Report number " + number % bodies.size());
        article.put("body", bodies.get(number % bodies.size()));
        article.put("publishedAt", START.plusSeconds(SECONDS_APART * number).toString());
        return article.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String resize(String body) {
        StringBuilder text = new StringBuilder(body);
        while (text.length() < BODY_LENGTH) {
            text.append("\n\n").append(body);
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, BODY_LENGTH));
        return text.substring(0, end);
    }

    private static String withoutParties(String body) {
        return body.replace("Microsoft", "Northwind")
                .replace("OpenAI", "Fabrikam")
                .replace("Open AI", "Fabrikam")
                .replace("Azure", "Meadow")
                .replace("Altman", "Winter")
                .replace("Nadella", "Sommers");
    }
}
