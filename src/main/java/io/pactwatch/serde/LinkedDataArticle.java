package io.pactwatch.serde;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.article.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A NewsArticle of schema.org, or of a related type, in JSON-LD: alone, in a list, or within {@code @graph}; the first one
 * counts. A property may be a text, an object with a name, or a list of these, as JSON-LD allows. Contexts are not fetched:
 * properties go by their names in schema.org.
 */
record LinkedDataArticle(InputJson node) implements ArticleFields {
    private static final Set<String> TYPES = Set.of(
            "newsarticle",
            "article",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "backgroundnewsarticle",
            "opinionnewsarticle",
            "reviewnewsarticle",
            "askpublicnewsarticle",
            "report",
            "blogposting",
            "liveblogposting",
            "socialmediaposting",
            "discussionforumposting");

    /** Whether a message is JSON-LD: an object with {@code @context}, {@code @type} or {@code @graph}, or a list with one. */
    static boolean matches(JsonNode message) {
        return nodes(message).anyMatch(node -> node.has("@context") || node.has("@type") || node.has("@graph"));
    }

    /** @throws InvalidInputException if there is no article among the nodes */
    static LinkedDataArticle in(JsonNode message) {
        return nodes(message)
                .flatMap(node -> Stream.concat(Stream.of(node), nodes(node.path("@graph"))))
                .filter(LinkedDataArticle::isArticle)
                .findFirst()
                .map(node -> new LinkedDataArticle(InputJson.of(node, "message")))
                .orElseThrow(
                        () -> new InvalidInputException(
                                "@type: none is NewsArticle or another article type of schema.org, so this JSON-LD is no article"));
    }

    @Override
    public Optional<String> url() {
        return Stream.of("url", "mainEntityOfPage", "@id")
                .map(name ->
                        ArticleFields.webAddress(texts(name, "@id").stream().findFirst()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<String> title() {
        return first("headline").or(() -> first("name")).map(HtmlText::ofEither);
    }

    @Override
    public Optional<String> body() {
        List<String> parts = texts("articleBody", "@value");
        return parts.isEmpty() ? Optional.empty() : Optional.of(HtmlText.ofEither(String.join("\n\n", parts)));
    }

    @Override
    public Optional<String> source() {
        return texts("publisher", "name").stream().findFirst();
    }

    @Override
    public Optional<String> author() {
        List<String> names = texts("author", "name");
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    @Override
    public Optional<String> language() {
        return texts("inLanguage", "alternateName").stream().findFirst();
    }

    @Override
    public Optional<Instant> publishedAt() {
        return first("datePublished")
                .map(text -> InputJson.instantOf(text.strip(), "datePublished"))
                .or(() -> first("dateCreated").map(text -> InputJson.instantOf(text.strip(), "dateCreated")));
    }

    private Optional<String> first(String name) {
        return texts(name, "@value").stream().findFirst();
    }

    /** The texts of a property: itself, or the inner property of its objects. */
    private List<String> texts(String name, String inner) {
        List<String> texts = new ArrayList<>();
        node.field(name).ifPresent(value -> nodes(value).forEach(item -> {
            if (item.isObject()) {
                InputJson.of(item, name)
                        .field(inner)
                        .map(text -> InputJson.text(text, name + "." + inner))
                        .ifPresent(texts::add);
            } else if (!item.isNull()) {
                texts.add(InputJson.text(item, name));
            }
        }));
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static boolean isArticle(JsonNode node) {
        return nodes(node.path("@type")).map(JsonNode::asText).anyMatch(type -> TYPES.contains(localName(type)));
    }

    /** {@code https://schema.org/NewsArticle} and {@code schema:NewsArticle} are {@code newsarticle}. */
    private static String localName(String type) {
        int end = Math.max(type.lastIndexOf('/'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('#')));
        return type.substring(end + 1).toLowerCase(Locale.ROOT);
    }

    /** The items of a list, or the value itself. */
    private static Stream<JsonNode> nodes(JsonNode value) {
        if (value.isMissingNode()) {
            return Stream.empty();
        }
        return value.isArray() ? value.valueStream() : Stream.of(value);
    }
}
