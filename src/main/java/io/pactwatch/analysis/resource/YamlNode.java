package io.pactwatch.analysis.resource;

import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a YAML file that knows its line, so that a file that is wrong can be refused with the place. */
public final class YamlNode {
    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a file from the class path, relative to the package {@code io.pactwatch.analysis}. */
    public static YamlNode resource(String name) {
        try (InputStream stream = YamlNode.class.getResourceAsStream("/io/pactwatch/analysis/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + ": not on the class path");
            }
            return read(name, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidInputException if the text is not YAML, with the line */
    public static YamlNode parse(String file, String text) {
        return read(file, new StringReader(text));
    }

    private static YamlNode read(String file, Reader reader) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(options).compose(reader);
            if (root == null) {
                throw new InvalidInputException(file + ", line 1: the file is empty");
            }
            return new YamlNode(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidInputException(file + ", line " + line + ": " + e.getProblem(), e);
        }
    }

    /** The complaint about this value, with file and line. */
    public InvalidInputException refuse(String reason) {
        return new InvalidInputException(file + ", line " + (node.getStartMark().getLine() + 1) + ": " + reason);
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refuse("expected one value");
    }

    public int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw refuse("'" + text() + "' is not a whole number");
        }
    }

    public double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw refuse("'" + text() + "' is not a number");
        }
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public List<YamlNode> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlNode(file, item))
                    .toList();
        }
        throw refuse("expected a list");
    }

    /** The entries of a mapping in the order of the file. */
    public Map<String, YamlNode> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("expected a mapping of names to values");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.refuse("'" + key.text() + "' is given twice");
            }
        }
        return entries;
    }

    /** As {@link #map()}, refusing keys that are not known. */
    public Map<String, YamlNode> map(Set<String> known) {
        Map<String, YamlNode> entries = map();
        for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .refuse("unknown key '" + entry.getKey() + "', expected one of "
                                + known.stream().sorted().toList());
            }
        }
        return entries;
    }

    /** The value of a key that must be there. */
    public YamlNode get(String key) {
        return find(key).orElseThrow(() -> refuse("'" + key + "' is missing"));
    }

    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    /** The texts of a list. */
    public List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** The texts of a list, or of all lists of a mapping of languages to lists. */
    public List<String> textsOfAllLanguages() {
        return isMap()
                ? map().values().stream().flatMap(list -> list.texts().stream()).toList()
                : texts();
    }
}
