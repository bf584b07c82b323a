package io.pactwatch.analysis;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.PartnershipEvent;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** Turns what a structured event states into an analysis, without reading text. Immutable. */
public final class EventAnalyzer {
    private static final int MAX_TITLE = 300;

    private final TermCatalogue catalogue;

    public EventAnalyzer(TermCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The analysis of an event about a watched partnership. Events are on the record, so their source is their root.
     *
     * @throws InvalidInputException if a claim is about a term that the catalogue does not know
     */
    public ArticleAnalysis analyze(PartnershipEvent event, PartnershipRef partnership, Instant at) {
        for (Claim claim : event.claims()) {
            if (catalogue.find(claim.term()).isEmpty()) {
                throw new InvalidInputException("event " + event.id() + ", term '" + claim.term()
                        + "': not in the catalogue; correct the name or add the term");
            }
        }
        String title = event.kind() + ": " + event.claims().get(0).evidence().exact();
        return new ArticleAnalysis(
                event.id(),
                partnership,
                Optional.empty(),
                title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title,
                Optional.of(event.source()),
                "und",
                at,
                1,
                Optional.empty(),
                Optional.empty(),
                event.claims(),
                fingerprint(event),
                new Attribution(Optional.of(event.source()), false));
    }

    private static Fingerprint fingerprint(PartnershipEvent event) {
        TreeSet<String> features = new TreeSet<>();
        for (Claim claim : event.claims()) {
            features.add("term:" + claim.term());
            claim.value().map(TermValue::display).ifPresent(features::add);
        }
        return Fingerprint.of(features.stream().limit(Fingerprint.MAX_FEATURES).toList());
    }
}
