package io.pactwatch.serde;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A news item in IPTC ninjs 1.x, 2.x or 3.x: {@code uri} is the id, and the url where it is a web address; the time is that of
 * this version. Of several headlines the one of role {@code main} counts, else the first; of several bodies plain text before
 * HTML, then the one of role {@code main}, else the first; without a body the description. The source is the first of
 * {@code infoSources}, else the copyright holder. Version 1 has flat names such as {@code body_html} and lower-case ones such
 * as {@code versioncreated}, version 2 lists with lower-case names, version 3 camel case; all are read in every version,
 * because senders mix them.
 */
record NinjsArticle(InputJson message) implements ArticleFields {
    private static final String MAIN = "main";
    private static final String PLAIN = "text/plain";

    /** Whether a message is ninjs: it names the standard, or has fields of ninjs and no text field of Pactwatch. */
    static boolean matches(InputJson message) {
        boolean named = message.field("standard")
                .map(standard -> standard.path("name").asText(""))
                .filter("ninjs"::equalsIgnoreCase)
                .isPresent();
        boolean ownText = message.has("body") || message.has("text");
        return named || !ownText && message.names().anyMatch(NinjsArticle::isField);
    }

    private static boolean isField(String name) {
        return switch (name) {
            case "uri", "bodies", "headlines", "versioncreated", "versionCreated" -> true;
            default -> name.startsWith("body_");
        };
    }

    @Override
    public Optional<String> id() {
        return message.text("uri");
    }

    @Override
    public Optional<String> url() {
        return ArticleFields.webAddress(message.text("uri"));
    }

    @Override
    public Optional<String> title() {
        return message.text("headline")
                .or(() -> content("headlines"))
                .or(() -> message.text("title"))
                .or(() -> message.text("name"));
    }

    @Override
    public Optional<String> body() {
        return message.text("body_text")
                .or(() -> markUp("body_"))
                .or(() -> content("bodies"))
                .or(() -> message.text("description_text"))
                .or(() -> markUp("description_"))
                .or(() -> content("descriptions"));
    }

    @Override
    public Optional<String> source() {
        return List.of("infoSources", "infosources", "infosource").stream()
                .flatMap(field -> message.objects(field).stream())
                .flatMap(source -> source.text("name").stream())
                .findFirst()
                .or(() -> message.firstText("copyrightHolder", "copyrightholder"));
    }

    @Override
    public Optional<String> author() {
        return message.firstText("by", "byline");
    }

    @Override
    public Optional<String> language() {
        return message.text("language");
    }

    @Override
    public Optional<Instant> publishedAt() {
        return message.firstInstant("versionCreated", "versioncreated", "firstCreated", "firstcreated");
    }

    @Override
    public Optional<String> publicationStatus() {
        return message.firstText("pubStatus", "pubstatus");
    }

    @Override
    public Optional<Instant> embargoedUntil() {
        return message.firstInstant("embargoedUntil", "embargoed");
    }

    /** The text of version 1's fields with a name such as {@code body_xhtml}, which say their form after the underscore. */
    private Optional<String> markUp(String prefix) {
        return message.names()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .flatMap(name -> message.text(name).stream())
                .map(HtmlText::ofEither)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The preferred text of a list of {@code {role, contentType, value}}. */
    private Optional<String> content(String field) {
        Optional<Content> best = Optional.empty();
        List<InputJson> contents = message.objects(field);
        for (int i = 0; i < contents.size(); i++) {
            Content content = Content.of(contents.get(i), field + "[" + i + "].value");
            if (!content.text().isBlank()
                    && (best.isEmpty() || content.rank() < best.get().rank())) {
                best = Optional.of(content);
            }
        }
        return best.map(Content::text);
    }

    /** One text of a list; the lower rank is preferred. */
    private record Content(String text, int rank) {
        static Content of(InputJson content, String place) {
            String value = content.field("value")
                    .map(node -> InputJson.text(node, place))
                    .orElse("");
            String type = content.firstText("contentType", "contenttype").orElse("");
            boolean plain = type.toLowerCase(Locale.ROOT).startsWith(PLAIN);
            boolean main = content.text("role").filter(MAIN::equalsIgnoreCase).isPresent();
            return new Content(plain ? value : HtmlText.ofEither(value), (plain ? 0 : 2) + (main ? 0 : 1));
        }
    }
}
