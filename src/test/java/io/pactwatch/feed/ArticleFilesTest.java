package io.pactwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.Article;
import io.pactwatch.serde.ArticleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFilesTest {
    private static final int MAX_BYTES = 200;

    @TempDir
    Path folder;

    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.ndjson", "A.JSONL"})
    void takesEachLineThatIsNotBlankWithItsNumber(String name) throws IOException {
        Path file = write(name, "{\"body\":\"one\"}\n\n   \n{\"body\":\"two\"}\n");

        read(file);

        assertThat(sink.articles).containsExactly(file + ":1 | {\"body\":\"one\"}", file + ":4 | {\"body\":\"two\"}");
        assertThat(sink.refusals).isEmpty();
    }

    @Test
    void refusesALineThatIsTooLongAndGoesOn() throws IOException {
        Path file = write("a.jsonl", "x".repeat(MAX_BYTES + 1) + "\n{}\n");

        read(file);

        assertThat(sink.refusals)
                .containsExactly(file + ":1 | larger than the limit of 200 bytes (setting limits.articleBytes)");
        assertThat(sink.articles).containsExactly(file + ":2 | {}");
    }

    @Test
    void takesAJsonFileWhole() throws IOException {
        Path file = write("a.json", "{\n  \"body\": \"one\"\n}\n");

        read(file);

        assertThat(sink.articles).containsExactly(file + " | {\n  \"body\": \"one\"\n}\n");
    }

    @Test
    void takesTheFirstLineOfATextAsItsTitle() throws IOException {
        Path file = write("a.txt", "The title\r\n\r\nFirst paragraph.\n\nSecond \"paragraph\".\n");

        read(file);

        Article article = onlyArticle(file);
        assertThat(article.title()).isEqualTo("The title");
        assertThat(article.body()).isEqualTo("First paragraph.\n\nSecond \"paragraph\".");
        assertThat(article.publishedAt()).isEmpty();
    }

    @Test
    void takesTheArticleOfAWebPage() throws IOException {
        Path file = write("a.html", "<title>T</title><nav>Menu</nav><main><p>One.</p><p>Two.</p></main>");

        read(file);

        Article article = onlyArticle(file);
        assertThat(article.title()).isEqualTo("T");
        assertThat(article.body()).isEqualTo("One.\n\nTwo.");
    }

    @Test
    void takesEachEntryOfAFeed() throws IOException {
        Path file = write(
                "a.rss",
                "<rss version='2.0'><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>");

        read(file);

        assertThat(sink.articles)
                .extracting(article -> article.substring(0, article.indexOf(" | ")))
                .containsExactly(file + ":entry 1", file + ":entry 2");
    }

    @Test
    void refusesAWebPageWithoutText() throws IOException {
        Path file = write("a.htm", "<title>T</title><script>app()</script>");

        read(file);

        assertThat(sink.refusals).containsExactly(file + " | page: no text in it");
    }

    @Test
    void givesTheSameTextTheSameIdWhereverItStands() throws IOException {
        Path one = write("one.txt", "Title\nBody\n");
        Path other = write("other.txt", "Title\nBody\n");
        read(one);
        String id = onlyArticle(one).id();
        sink.articles.clear();

        read(other);

        assertThat(onlyArticle(other).id()).isEqualTo(id);
    }

    @Test
    void datesATextByItsFileOnRequestOnly() throws IOException {
        Path file = write("a.txt", "Title\nBody\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-05-01T10:00:00Z")));

        new ArticleFiles(MAX_BYTES, true).read(file, sink);

        assertThat(onlyArticle(file).publishedAt()).contains(Instant.parse("2024-05-01T10:00:00Z"));
    }

    @Test
    void refusesATextThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "Titel\nGrün\n".getBytes(StandardCharsets.ISO_8859_1));

        read(file);

        assertThat(sink.refusals).containsExactly(file + " | not UTF-8 text: convert it first");
    }

    @Test
    void readsAFolderWithAllBelowItSortedAndSkipsOtherFiles() throws IOException {
        Path third = write("b/c.json", "{}");
        Path first = write("a.jsonl", "{}\n");
        Path second = write("b/a.txt", "Title");
        write("b/picture.png", "not text");

        read(folder);

        assertThat(sink.articles)
                .extracting(article -> article.substring(0, article.indexOf(" | ")))
                .containsExactly(first + ":1", second.toString(), third.toString());
        assertThat(sink.refusals).isEmpty();
    }

    @Test
    void refusesAFileOfUnknownKindAndOneThatIsNotThere() throws IOException {
        Path picture = write("picture.png", "not text");
        Path missing = folder.resolve("missing.jsonl");
        Path nothing = folder.resolve("nothing");

        read(picture);
        read(missing);
        read(nothing);

        assertThat(sink.refusals)
                .containsExactly(
                        picture
                                + " | unknown kind of file: expected .jsonl, .ndjson, .json, .jsonld, .html, .htm, .rss, .atom or .txt",
                        missing + " | no such file or folder",
                        nothing + " | no such file or folder");
    }

    @Test
    void refusesALargeFileUnread() throws IOException {
        Path file = write("a.json", " ".repeat(MAX_BYTES + 1));

        read(file);

        assertThat(sink.refusals).singleElement().asString().contains("larger than the limit of 200 bytes");
    }

    private void read(Path path) {
        new ArticleFiles(MAX_BYTES, false).read(path, sink);
    }

    private Article onlyArticle(Path file) {
        assertThat(sink.articles).hasSize(1);
        String article = sink.articles.get(0);
        assertThat(article).startsWith(file + " | ");
        return ArticleReader.read(article.substring((file + " | ").length()).getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
