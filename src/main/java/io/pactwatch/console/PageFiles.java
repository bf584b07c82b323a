package io.pactwatch.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of the page, read from the class path once. There is no way from a path of a request to any other file. */
final class PageFiles {
    /** Where the files are served, save the page itself, which is at the root. */
    static final String FOLDER = "/web/";

    private static final List<String> NAMES = List.of(
            "page.css",
            "page.js",
            "alerts.js",
            "chart.js",
            "elements.js",
            "icon.svg",
            "ledger.js",
            "overview.js",
            "partnership.js",
            "search.js",
            "server.js",
            "wording.js",
            "uplot/uPlot.esm.js",
            "uplot/uPlot.min.css",
            "uplot/LICENSE.txt");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "yaml", "application/yaml");

    private PageFiles() {}

    /** A resource for each file, by path. */
    static Map<String, Resource> resources() {
        Map<String, Resource> resources = new LinkedHashMap<>();
        resources.put("/", file("web/page.html"));
        NAMES.forEach(name -> resources.put(FOLDER + name, file("web/" + name)));
        return resources;
    }

    /** @param name path of a file below this package on the class path */
    static Resource file(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Response response = new Response(200, type, read(name), true);
        return request -> response;
    }

    private static byte[] read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("console: the file " + name + " is missing from the program");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("console: the file " + name + " cannot be read", e);
        }
    }
}
