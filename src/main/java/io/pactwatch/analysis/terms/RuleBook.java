package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue of terms with the cues and rules that find them. Immutable and thread-safe. */
public final class RuleBook {
    private static final Set<String> TERM_KEYS = Set.of(
            "name",
            "definition",
            "cuad",
            "valueType",
            "major",
            "granted",
            "ended",
            "tone",
            "pairOnly",
            "scopes",
            "rules");
    private static final Set<String> RULE_KEYS =
            Set.of("id", "find", "unless", "within", "order", "always", "otherwise", "value", "holder", "payer");
    private static final String PARTY = "$party";
    private static final String OWNER = "$owner";
    private static final int WITHIN = 14;

    private final CueIndex cues;
    private final TermCatalogue catalogue;
    private final int gives;
    private final int receives;
    private final Map<String, Double> tones = new HashMap<>();
    private final Set<String> pairOnly = new HashSet<>();
    private final Map<String, Map<String, Integer>> scopes = new HashMap<>();
    private final List<TermRule> rules = new ArrayList<>();
    private final List<List<TermRule>> byFirstCue = new ArrayList<>();

    /** The rule book that ships with Pactwatch. */
    public static RuleBook standard() {
        return new RuleBook(List.of(YamlNode.resource("terms.yaml")), standardCues());
    }

    /**
     * The rule book that ships with Pactwatch, with the user's own terms: {@code terms} adds terms, and one of a known name
     * takes the place of the shipped one with all its rules; {@code cues} adds groups, and phrases to groups of known names.
     *
     * @throws InvalidInputException if the file is wrong, with its line
     */
    public static RuleBook with(YamlNode own) {
        own.map(Set.of("terms", "cues"));
        List<YamlNode> cues = new ArrayList<>(standardCues());
        own.find("cues").ifPresent(cues::add);
        return new RuleBook(List.of(YamlNode.resource("terms.yaml"), own), cues);
    }

    private static List<YamlNode> standardCues() {
        return List.of(
                YamlNode.resource("cues.yaml"),
                YamlNode.resource("cues-frames.yaml"),
                YamlNode.resource("status.yaml"));
    }

    /**
     * @param termFiles files of terms and rules; terms of later files take the place of earlier ones
     * @param cueFiles files of cue groups
     * @throws InvalidInputException if a file is wrong, with its line
     */
    RuleBook(List<YamlNode> termFiles, List<YamlNode> cueFiles) {
        cues = new CueIndex(cueFiles);
        gives = required("GIVES");
        receives = required("RECEIVES");
        Map<String, TermDefinition> definitions = new LinkedHashMap<>();
        for (YamlNode file : termFiles) {
            Set<String> own = new HashSet<>();
            for (YamlNode term : file.find("terms").map(YamlNode::list).orElse(List.of())) {
                String name = term.get("name").text();
                if (!own.add(name)) {
                    throw term.refuse("term " + name + " is given twice");
                }
                rules.removeIf(rule -> rule.term().equals(name));
                definitions.put(name, definition(term));
            }
        }
        catalogue = new TermCatalogue(definitions.values());
        for (int i = 0; i < cues.size() + ValueKind.values().length + 2; i++) {
            byFirstCue.add(new ArrayList<>());
        }
        rules.forEach(rule ->
                rule.slots().get(0).forEach(group -> byFirstCue.get(group).add(rule)));
    }

    private int required(String group) {
        return cues.find(group).orElseThrow(() -> new IllegalArgumentException("cue group " + group + ": missing"));
    }

    public TermCatalogue catalogue() {
        return catalogue;
    }

    /** What it says about the tie that the term is newly agreed, in [-2,2]. */
    double tone(String term) {
        return tones.getOrDefault(term, 0.0);
    }

    CueIndex cues() {
        return cues;
    }

    List<TermRule> startingWith(int group) {
        return byFirstCue.get(group);
    }

    /** Ids of the rules of a term, in the order of the file. */
    List<String> rules(String term) {
        return rules.stream()
                .filter(rule -> rule.term().equals(term))
                .map(TermRule::id)
                .toList();
    }

    /** Kinds of value that the rules of a term look for, each once, in the order of the rules. */
    List<ValueKind> values(String term) {
        return rules.stream()
                .filter(rule -> rule.term().equals(term))
                .flatMap(rule -> rule.value().stream())
                .distinct()
                .toList();
    }

    /** Number of the group that stands for values of a kind. */
    int groupOf(ValueKind kind) {
        return cues.size() + kind.ordinal();
    }

    /** Number of the group that stands for names of the two parties. */
    int partyGroup() {
        return cues.size() + ValueKind.values().length;
    }

    /** Number of the group that stands for names of a party whose thing is named next. */
    int ownerGroup() {
        return partyGroup() + 1;
    }

    /** Number of the group of verbs whose subject gives a right away. */
    int gives() {
        return gives;
    }

    /** Number of the group of verbs whose subject gets a right or money. */
    int receives() {
        return receives;
    }

    /** Whether a change of the term counts only where the clause names no third company. */
    boolean isPairOnly(String term) {
        return pairOnly.contains(term);
    }

    /** What a term can be limited to, with the cue groups that tell, in the order of the file. */
    Map<String, Integer> scopes(String term) {
        return scopes.getOrDefault(term, Map.of());
    }

    private TermDefinition definition(YamlNode term) {
        term.map(TERM_KEYS);
        String name = term.get("name").text();
        pairOnly.remove(name);
        Map<String, Integer> own = new LinkedHashMap<>();
        term.find("scopes").ifPresent(list -> list.map().forEach((scope, group) -> own.put(scope, group(group))));
        scopes.put(name, own);
        if (term.find("pairOnly").map(node -> Boolean.parseBoolean(node.text())).orElse(false)) {
            pairOnly.add(name);
        }
        tones.put(name, term.find("tone").map(YamlNode::number).orElse(0.0));
        term.find("rules").ifPresent(list -> list.list().forEach(rule -> rules.add(rule(name, rule))));
        try {
            return new TermDefinition(
                    name,
                    term.get("definition").text(),
                    term.find("cuad").map(YamlNode::text),
                    choice(TermDefinition.ValueType.class, term.get("valueType")),
                    term.find("major")
                            .map(node -> Boolean.parseBoolean(node.text()))
                            .orElse(false),
                    term.find("granted").map(node -> new TermValue.State(node.text())),
                    term.find("ended").map(node -> new TermValue.State(node.text())));
        } catch (IllegalArgumentException e) {
            throw term.refuse(e.getMessage());
        }
    }

    private TermRule rule(String term, YamlNode node) {
        node.map(RULE_KEYS);
        List<Set<Integer>> slots =
                node.get("find").list().stream().map(this::slot).toList();
        if (slots.isEmpty()) {
            throw node.refuse("'find' names no cue group");
        }
        Set<Integer> vetoes = new HashSet<>();
        node.find("unless").ifPresent(list -> list.list().forEach(veto -> vetoes.addAll(slot(veto))));
        return new TermRule(
                term.toLowerCase(Locale.ROOT) + "/" + node.get("id").text(),
                term,
                slots,
                vetoes,
                node.find("within").map(YamlNode::integer).orElse(WITHIN),
                node.find("order")
                        .map(order -> Boolean.parseBoolean(order.text()))
                        .orElse(false),
                node.find("always").map(status -> choice(ClaimStatus.class, status)),
                node.find("otherwise")
                        .map(status -> choice(ClaimStatus.class, status))
                        .orElse(ClaimStatus.IN_FORCE),
                node.find("value")
                        .map(list -> list.list().stream()
                                .map(kind -> choice(ValueKind.class, kind))
                                .toList())
                        .orElse(List.of()),
                role(node.find("holder")),
                role(node.find("payer")));
    }

    private static TermRule.Role role(Optional<YamlNode> node) {
        return node.map(role -> choice(TermRule.Role.class, role)).orElse(TermRule.Role.NONE);
    }

    private int group(YamlNode node) {
        return cues.find(node.text()).orElseThrow(() -> node.refuse("no cue group is called '" + node.text() + "'"));
    }

    /** Groups that are written {@code a | b}; {@code $money} stands for a value. */
    private Set<Integer> slot(YamlNode node) {
        Set<Integer> groups = new HashSet<>();
        for (String part : node.text().split("\\|")) {
            String name = part.strip();
            if (name.equals(PARTY)) {
                groups.add(partyGroup());
            } else if (name.equals(OWNER)) {
                groups.add(ownerGroup());
            } else if (name.startsWith("$")) {
                groups.add(groupOf(choice(ValueKind.class, name.substring(1), node)));
            } else {
                groups.add(cues.find(name).orElseThrow(() -> node.refuse("no cue group is called '" + name + "'")));
            }
        }
        return groups;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, YamlNode node) {
        return choice(type, node.text(), node);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text, YamlNode node) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> node.refuse("'" + text + "' is not one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }
}
