package io.pactwatch.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the partnerships to watch: the YAML file of users, and single entries of the watchlist topic in JSON. */
public final class WatchlistReader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int MAX_ENTRY_BYTES = 100_000;

    private WatchlistReader() {}

    /** @throws InvalidInputException with file and place if the file cannot be read or an entry is wrong */
    public static List<Partnership> read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return partnerships(yaml, file.toString());
        } catch (IOException e) {
            throw new InvalidInputException("watchlist " + file + ": cannot be read, check the path", e);
        }
    }

    /** Reads a watchlist from the class path. */
    public static List<Partnership> readResource(String name) {
        try (InputStream yaml = WatchlistReader.class.getResourceAsStream(name)) {
            if (yaml == null) {
                throw new InvalidInputException("watchlist " + name + ": not on the class path");
            }
            return partnerships(yaml, name);
        } catch (IOException e) {
            throw new InvalidInputException("watchlist " + name + ": cannot be read", e);
        }
    }

    /** Reads one entry of the watchlist topic. */
    public static Partnership readEntry(byte[] json) {
        return partnership(InputJson.parse(json, MAX_ENTRY_BYTES), "entry");
    }

    private static List<Partnership> partnerships(InputStream yaml, String name) throws IOException {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    "watchlist " + name + ", line " + e.getLocation().getLineNr() + ": not valid YAML", e);
        }
        JsonNode list = root.path("partnerships");
        if (!list.isArray()) {
            throw new InvalidInputException("watchlist " + name + ": expected a list under the key 'partnerships'");
        }
        List<Partnership> partnerships = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String place = "watchlist " + name + ", partnerships[" + i + "]";
            Partnership partnership = partnership(InputJson.of(list.get(i), place), place);
            if (!ids.add(partnership.id())) {
                throw new InvalidInputException(place + ": the id '" + partnership.id() + "' is taken");
            }
            partnerships.add(partnership);
        }
        return partnerships;
    }

    private static Partnership partnership(InputJson entry, String place) {
        try {
            List<Party> parties = new ArrayList<>();
            for (JsonNode party :
                    entry.field("parties").orElseThrow(() -> new InvalidInputException("parties: missing"))) {
                parties.add(party(InputJson.of(party, "parties")));
            }
            String id = entry.requiredText("id");
            return new Partnership(id, entry.text("name").orElse(id), parties);
        } catch (IllegalArgumentException | InvalidInputException e) {
            throw new InvalidInputException(InputJson.oneLine(place + ": " + e.getMessage()), e);
        }
    }

    private static Party party(InputJson party) {
        String name = party.requiredText("name");
        return new Party(party.requiredText("id"), name, texts(party, "aliases"), texts(party, "people"));
    }

    private static List<String> texts(InputJson party, String field) {
        List<String> texts = new ArrayList<>();
        party.field(field)
                .ifPresent(array -> array.forEach(node -> {
                    if (!node.isTextual() || node.textValue().isBlank()) {
                        throw new InvalidInputException(field + ": expected a list of names in quotes");
                    }
                    texts.add(node.textValue());
                }));
        return texts;
    }
}
