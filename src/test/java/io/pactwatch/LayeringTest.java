package io.pactwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The build's guard of the layers. When it fails, think hard before you add a package here: data flows one way, and the
 * stages stay plain Java.
 */
class LayeringTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "pactwatch");
    private static final String OWN = "io.pactwatch.";

    /** What each stage may import besides the JDK and itself, by prefix. */
    private static final Map<String, Set<String>> STAGES = new LinkedHashMap<>(Map.of(
            "contract", Set.of(),
            "article", Set.of(OWN + "contract."),
            "analysis",
                    Set.of(
                            OWN + "contract.",
                            OWN + "article.",
                            "com.hankcs.",
                            "org.yaml.snakeyaml.",
                            "ai.onnxruntime.",
                            "com.fasterxml.jackson."),
            "signal", Set.of(OWN + "contract.", OWN + "article.", OWN + "analysis."),
            "alert", Set.of(OWN + "contract.", OWN + "article.", OWN + "analysis.", OWN + "signal.")));

    private static final List<String> CLOCKS_AND_CHANCE = List.of(
            "Instant.now(",
            "LocalDate.now(",
            "currentTimeMillis(",
            "nanoTime(",
            "Clock.system",
            "Math.random(",
            "new Random()",
            "System.out",
            "System.err");

    @Test
    void stagesImportOnlyEarlierStages() throws IOException {
        List<String> violations = new ArrayList<>();
        for (var stage : STAGES.entrySet()) {
            for (Path file : sources(stage.getKey())) {
                imports(file)
                        .filter(name -> !name.startsWith("java."))
                        .filter(name -> !name.startsWith(OWN + stage.getKey() + "."))
                        .filter(name -> stage.getValue().stream().noneMatch(name::startsWith))
                        .forEach(name -> violations.add(file + " imports " + name));
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void stagesKnowNeitherClockNorChanceNorConsole() throws IOException {
        List<String> violations = new ArrayList<>();
        for (String stage : STAGES.keySet()) {
            for (Path file : sources(stage)) {
                String text = Files.readString(file);
                CLOCKS_AND_CHANCE.stream()
                        .filter(text::contains)
                        .forEach(word -> violations.add(file + " uses " + word));
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void kafkaStreamsIsKnownOnlyToTheTopologyAndItsHosts() throws IOException {
        Set<String> allowed = Set.of("topology", "metrics", "cli", "bench");
        List<String> violations = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String area = SOURCES.relativize(file).getName(0).toString();
                if (!allowed.contains(area)) {
                    imports(file)
                            .filter(name -> name.startsWith("org.apache.kafka.streams."))
                            .forEach(name -> violations.add(file + " imports " + name));
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void theNativeLibraryAndJsonAreKnownInTheAnalysisToTheModelsAlone() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : sources("analysis")) {
            if (!SOURCES.resolve("analysis").relativize(file).startsWith("model")) {
                imports(file)
                        .filter(name -> name.startsWith("ai.onnxruntime.") || name.startsWith("com.fasterxml.jackson."))
                        .forEach(name -> violations.add(file + " imports " + name));
            }
        }
        assertThat(violations).isEmpty();
    }

    private static List<Path> sources(String stage) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(stage))) {
            List<Path> sources =
                    files.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(sources).as("sources of stage %s", stage).isNotEmpty();
            return sources;
        }
    }

    private static Stream<String> imports(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("import "))
                .map(line -> line.replace("import static ", "").replace("import ", ""));
    }
}
