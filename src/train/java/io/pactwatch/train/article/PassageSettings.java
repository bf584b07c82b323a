package io.pactwatch.train.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.analysis.model.PassageSetting;
import io.pactwatch.analysis.model.PassageSetting.Place;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads where a labelled passage stands; parts of articles have a headline and a place. */
public final class PassageSettings {
    private PassageSettings() {}

    /** @throws java.time.DateTimeException if the passage has no date */
    public static PassageSetting of(JsonNode passage) {
        return new PassageSetting(
                passage.path("headline").asText(),
                Optional.of(YearMonth.from(LocalDate.parse(passage.path("date").asText()))),
                Place.valueOf(passage.path("place").asText(Place.UNKNOWN.name())));
    }
}
