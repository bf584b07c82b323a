package io.pactwatch.metrics;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the names that an expression of the dashboards or rules uses. */
final class PromQl {
    /** Words of PromQL, and of variable queries, that the expressions use. */
    private static final Set<String> WORDS = Set.of(
            "abs",
            "absent",
            "and",
            "bottomk",
            "by",
            "ceil",
            "clamp_min",
            "count",
            "deriv",
            "end",
            "group_left",
            "histogram_quantile",
            "increase",
            "label_values",
            "max",
            "max_over_time",
            "min",
            "min_over_time",
            "offset",
            "on",
            "or",
            "partnership",
            "rate",
            "resets",
            "round",
            "sort_desc",
            "sum",
            "sum_over_time",
            "time",
            "topk",
            "unless",
            "vector");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|group_left)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_A-Z:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.:])[a-zA-Z_][a-zA-Z0-9_:]*");

    private PromQl() {}

    /** What is in the braces after a metric. */
    record Selector(String metric, List<LabelMatcher> matchers) {}

    record LabelMatcher(String label, String operator, String value) {}

    /** Names that are left when strings, selectors, ranges, groupings and words of the language are taken out. */
    static Set<String> metrics(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", " ")
                .replaceAll("\\[[^\\]]*]", " ");
        Set<String> names =
                new TreeSet<>(names(GROUPING.matcher(bare).replaceAll(" ")).toList());
        names.removeAll(WORDS);
        return names;
    }

    static List<Selector> selectors(String expression) {
        return SELECTOR.matcher(expression)
                .results()
                .map(found -> new Selector(found.group(1), matchers(found.group(2))))
                .toList();
    }

    static List<LabelMatcher> matchers(String selector) {
        return MATCHER.matcher(selector)
                .results()
                .map(found -> new LabelMatcher(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    /** Labels that are grouped or joined by. */
    static Set<String> groupings(String expression) {
        Set<String> labels = new TreeSet<>();
        Matcher grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            names(grouping.group(1)).forEach(labels::add);
        }
        return labels;
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group);
    }
}
