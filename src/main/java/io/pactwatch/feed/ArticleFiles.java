package io.pactwatch.feed;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.feed.BoundedLines.Line;
import io.pactwatch.serde.Json;
import io.pactwatch.serde.SyndicationReader;
import io.pactwatch.serde.WebPageReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds articles in files: one a line ({@code .jsonl}, {@code .ndjson}), one a file in JSON ({@code .json},
 * {@code .jsonld}), as a web page ({@code .html}, {@code .htm}) or as plain text ({@code .txt}: the first line is the title),
 * many a file as RSS or Atom ({@code .rss}, {@code .atom}), and in folders with all below them, sorted by path. Holds one article at a time. Immutable and thread-safe.
 */
public final class ArticleFiles {
    private final int maxBytes;
    private final boolean fileTime;

    /**
     * @param maxBytes largest message; larger ones are refused unread
     * @param fileTime whether a text counts as published when its file was last changed; else it has no date
     */
    public ArticleFiles(int maxBytes, boolean fileTime) {
        this.maxBytes = maxBytes;
        this.fileTime = fileTime;
    }

    /** What a file holds, told by the end of its name. */
    private enum Form {
        LINES,
        JSON,
        PAGE,
        SYNDICATED,
        TEXT,
        OTHER;

        static Form of(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                return LINES;
            }
            if (name.endsWith(".json") || name.endsWith(".jsonld")) {
                return JSON;
            }
            if (name.endsWith(".html") || name.endsWith(".htm")) {
                return PAGE;
            }
            if (name.endsWith(".rss") || name.endsWith(".atom")) {
                return SYNDICATED;
            }
            return name.endsWith(".txt") ? TEXT : OTHER;
        }
    }

    /** The JSON form of a plain text. */
    private record TextArticle(String title, String body, Optional<Instant> publishedAt) {}

    /** Reads a file, or all files of known form below a folder. What cannot be read is refused; the rest goes on. */
    public void read(Path path, ArticleSink sink) {
        if (!Files.exists(path)) {
            sink.refused(path.toString(), "no such file or folder");
            return;
        }
        if (!Files.isDirectory(path)) {
            readFile(path, sink);
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            Iterator<Path> known = files.filter(file -> Files.isRegularFile(file) && Form.of(file) != Form.OTHER)
                    .sorted()
                    .iterator();
            while (known.hasNext()) {
                readFile(known.next(), sink);
            }
        } catch (UncheckedIOException e) {
            sink.refused(path.toString(), unreadable(e.getCause()));
        } catch (IOException e) {
            sink.refused(path.toString(), unreadable(e));
        }
    }

    /** Reads one article a line until the end of the stream. */
    public void readLines(InputStream in, String name, ArticleSink sink) throws IOException {
        BoundedLines lines = new BoundedLines(in, maxBytes);
        for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Line line = next.get();
            String place = name + ":" + line.number();
            if (line.tooLong()) {
                sink.refused(place, tooLarge());
            } else if (!line.isBlank()) {
                sink.article(place, line.bytes());
            }
        }
    }

    private void readFile(Path file, ArticleSink sink) {
        try {
            switch (Form.of(file)) {
                case LINES -> {
                    try (InputStream in = Files.newInputStream(file)) {
                        readLines(in, file.toString(), sink);
                    }
                }
                case JSON -> sink.article(file.toString(), Files.readAllBytes(checked(file)));
                case PAGE ->
                    sink.article(file.toString(), Json.bytes(WebPageReader.read(Files.readAllBytes(checked(file)))));
                case SYNDICATED -> syndicated(file, sink);
                case TEXT -> sink.article(file.toString(), text(file));
                case OTHER ->
                    sink.refused(
                            file.toString(),
                            "unknown kind of file: expected .jsonl, .ndjson, .json, .jsonld, .html, .htm, .rss, .atom or .txt");
            }
        } catch (InvalidInputException e) {
            sink.refused(file.toString(), e.getMessage());
        } catch (TooLargeException e) {
            sink.refused(file.toString(), tooLarge());
        } catch (IOException e) {
            sink.refused(file.toString(), unreadable(e));
        }
    }

    private void syndicated(Path file, ArticleSink sink) throws IOException {
        List<Article> articles = SyndicationReader.read(Files.readAllBytes(checked(file)));
        for (int i = 0; i < articles.size(); i++) {
            sink.article(file + ":entry " + (i + 1), Json.bytes(articles.get(i)));
        }
    }

    private byte[] text(Path file) throws IOException {
        String text = Files.readString(checked(file));
        int end = text.indexOf('\n');
        String title = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 1);
        Optional<Instant> changed =
                fileTime ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
        return Json.bytes(new TextArticle(title.strip(), body.strip(), changed));
    }

    private Path checked(Path file) throws IOException {
        if (Files.size(file) > maxBytes) {
            throw new TooLargeException();
        }
        return file;
    }

    private String tooLarge() {
        return String.format(Locale.ROOT, "larger than the limit of %,d bytes (setting limits.articleBytes)", maxBytes);
    }

    private static String unreadable(IOException e) {
        return e instanceof CharacterCodingException
                ? "not UTF-8 text: convert it first"
                : "cannot be read: " + e.getClass().getSimpleName() + ", check path and permissions";
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
