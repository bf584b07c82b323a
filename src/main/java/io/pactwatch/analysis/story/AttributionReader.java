package io.pactwatch.analysis.story;

import io.pactwatch.analysis.Attribution;
import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.PhraseMatcher;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the outlet or document that a text retells, and whether it rests on unnamed people. Immutable, linear. */
public final class AttributionReader {
    /** Units between an outlet's name and a word of reporting. */
    private static final int REACH = 45;

    /** Units of the text in which the origin is named. */
    private static final int OPENING = 4_000;

    private final PhraseMatcher<Mark> marks;

    private sealed interface Mark {
        record Outlet(String name) implements Mark {}

        record Reporting() implements Mark {}

        record Anonymous() implements Mark {}

        /** An outlet that is described, not named, with its reporting word: a London newspaper reported. */
        record Described(String name) implements Mark {}
    }

    private record Place(Span span, Mark mark) {}

    public static AttributionReader standard() {
        return new AttributionReader(YamlNode.resource("attribution.yaml"));
    }

    /** @throws io.pactwatch.article.InvalidInputException if the file is wrong, with its line */
    public AttributionReader(YamlNode file) {
        file.map(Set.of("outlets", "described", "reporting", "anonymous"));
        PhraseMatcher.Builder<Mark> builder = new PhraseMatcher.Builder<>();
        file.get("outlets").map().forEach((name, aliases) -> {
            builder.add(name, new Mark.Outlet(name));
            aliases.texts().forEach(alias -> builder.add(alias, new Mark.Outlet(name)));
        });
        file.get("described").map().forEach((name, aliases) -> aliases.texts()
                .forEach(alias -> builder.add(alias, new Mark.Described(name))));
        file.get("reporting").textsOfAllLanguages().forEach(word -> builder.add(word, new Mark.Reporting()));
        file.get("anonymous").textsOfAllLanguages().forEach(word -> builder.add(word, new Mark.Anonymous()));
        marks = builder.build();
    }

    /** @param source the outlet that published the text, which is not its own origin */
    public Attribution read(ArticleText article, Optional<String> source) {
        List<Place> places = new ArrayList<>();
        marks.match(article.folded(), (start, end, mark) -> places.add(new Place(new Span(start, end), mark)));
        boolean anonymous = places.stream().anyMatch(place -> place.mark() instanceof Mark.Anonymous);
        String own = source.map(String::strip).orElse("");
        for (Place place : places) {
            if (place.span().start() > OPENING + article.bodyStart()) {
                break;
            }
            Optional<String> name = origin(place, places);
            if (name.isPresent() && !name.get().equalsIgnoreCase(own)) {
                return new Attribution(name, anonymous);
            }
        }
        return anonymous ? new Attribution(Optional.empty(), true) : Attribution.NONE;
    }

    private static Optional<String> origin(Place place, List<Place> places) {
        if (place.mark() instanceof Mark.Described described) {
            return Optional.of(described.name());
        }
        if (place.mark() instanceof Mark.Outlet outlet && reportedNear(place, places)) {
            return Optional.of(outlet.name());
        }
        return Optional.empty();
    }

    private static boolean reportedNear(Place outlet, List<Place> places) {
        for (Place place : places) {
            if (place.mark() instanceof Mark.Reporting && place.span().distance(outlet.span()) <= REACH) {
                return true;
            }
        }
        return false;
    }
}
