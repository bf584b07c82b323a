package io.pactwatch.train.encoder;

import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a passage names a party: by any word of its name that tells it from others, or by a phrase for both together. Passages
 * come without aliases, so this stands in for the watchlist's names.
 */
final class PartyNames {
    private static final Set<String> COMMON_WORDS = Set.of(
            "the", "of", "and", "de", "del", "du", "la", "le", "ai", "air", "american", "arms", "auto", "automotive", "bank",
            "bio", "biologics", "biosciences", "biotech", "brands", "brothers", "capital", "china", "cloud", "club",
            "communications", "company", "computing", "corp", "data", "defence", "defense", "digital", "electric",
            "electronics", "energy", "entertainment", "financial", "food", "foods", "foundries", "foundry", "games",
            "general", "genomics", "global", "group", "health", "holdings", "inc", "industries", "innovation", "insurance",
            "international", "lab", "labs", "life", "logistics", "medical", "media", "mobile", "mobility", "motor",
            "motors", "national", "networks", "new", "news", "oil", "one", "optics", "partners", "pay", "pharma",
            "pharmaceuticals", "power", "research", "retail", "robotics", "royal", "satellites", "search", "security",
            "semiconductors", "services", "shipping", "software", "solar", "solution", "solutions", "space", "steel",
            "stores", "studios", "systems", "tech", "technologies", "technology", "telecom", "therapeutics", "times",
            "trust", "union", "united", "university", "vaccines", "water", "world", "york");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’&.-]*+");

    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:(?:the|these) two|both|the|these) (?:companies|firms|sides|partners|parties|groups|carmakers|businesses)\\b"
                    + "|\\bthe (?:pair|duo)\\b|\\b(?:die )?beiden? (?:unternehmen|konzerne|firmen|partner|seiten|hersteller)\\b"
                    + "|\\b(?:les deux|ambas|las dos|los dos) (?:entreprises|groupes|partenaires|sociétés|parties|constructeurs"
                    + "|compañías|empresas|partes|socios|grupos)\\b",
            Pattern.CASE_INSENSITIVE);

    private PartyNames() {}

    /** Places that name one of the parties or both, in order, without overlap; adjoining words of a name are one place. */
    static List<Span> mentions(String text, List<String> names) {
        List<Span> found = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (names.stream().anyMatch(name -> tells(name, words.group()))) {
                found.add(new Span(words.start(), words.start() + bare(words.group()).length()));
            }
        }
        for (String name : names) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                found.add(new Span(at, at + name.length()));
            }
        }
        Matcher together = TOGETHER.matcher(text);
        while (together.find()) {
            found.add(new Span(together.start(), together.end()));
        }
        return joined(found);
    }

    private static boolean tells(String name, String word) {
        String bare = bare(word);
        return Character.isUpperCase(bare.charAt(0)) && distinctive(name).contains(bare)
                || name.equals(bare);
    }

    private static List<String> distinctive(String name) {
        return WORD.matcher(name)
                .results()
                .map(result -> bare(result.group()))
                .filter(word -> word.length() > 1 && !COMMON_WORDS.contains(word.toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    /** A word without the genitive and the stop behind it. */
    private static String bare(String word) {
        String bare = word.replaceAll("(?:['’]s|['’.-]+)$", "");
        return bare.isEmpty() ? word : bare;
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        spans.stream()
                .sorted((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end())
                .forEach(span -> {
                    int last = joined.size() - 1;
                    if (last >= 0 && joined.get(last).distance(span) <= 1 && joined.get(last).end() >= span.start() - 1) {
                        joined.set(last, joined.get(last).join(span));
                    } else {
                        joined.add(span);
                    }
                });
        return joined;
    }
}
