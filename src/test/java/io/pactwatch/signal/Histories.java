package io.pactwatch.signal;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random histories, drawn from a seed, and orders in which they can arrive without an article being late. */
final class Histories {
    private static final List<String> NAMES = List.of("anna", "bert", "carla", "dora", "emil", "finn", "gina", "hugo");
    private static final List<String> VALUES = List.of("exclusive", "first-refusal", "open");

    private final Random random;

    Histories(long seed) {
        random = new Random(seed);
    }

    /** Articles of 28 days at any times, with any names, numbers, origins, tones and claims. */
    List<Articles> anything() {
        List<Articles> articles = new ArrayList<>();
        int size = 5 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            Articles article = Articles.article("a" + i, random.nextInt(28 * 24));
            article = article.outlet("outlet " + random.nextInt(6)).features(features());
            article = random.nextInt(3) == 0
                    ? article.origin("wire " + random.nextInt(3), random.nextBoolean())
                    : article;
            article = random.nextInt(4) > 0 ? article.tone(random.nextDouble() * 2 - 1) : article;
            articles.add(random.nextBoolean() ? article.claims(anyClaim()) : article);
        }
        return articles;
    }

    /**
     * A year of news: every month another value of the term is announced or reported by people who are not named, and
     * retold for a few days, with background about what stood.
     */
    List<Articles> newsAndRetellings() {
        List<Articles> articles = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            String value = VALUES.get(month % VALUES.size());
            Stage stage = random.nextBoolean() ? Stage.ANNOUNCED : Stage.ANONYMOUS_REPORT;
            int retellings = random.nextInt(6);
            for (int i = 0; i <= retellings; i++) {
                double hours = month * 30 * 24.0 + random.nextInt(72);
                ClaimStatus status = random.nextInt(5) == 0 ? ClaimStatus.HISTORICAL : ClaimStatus.CHANGED;
                articles.add(Articles.article("m" + month + "-" + i, hours)
                        .outlet("outlet " + random.nextInt(4))
                        .features("news " + month, "fact " + month, "9" + month, "8" + month)
                        .claims(Articles.claim("EXCLUSIVITY", status, stage, value)));
            }
        }
        return articles;
    }

    /** The same articles in an order in which none is late, some of them twice. */
    List<Articles> arrival(List<Articles> articles, SignalSettings settings) {
        List<Articles> all = new ArrayList<>(articles);
        articles.stream().filter(article -> random.nextInt(4) == 0).forEach(all::add);
        long lateness = settings.lateness().toSeconds();
        List<Map.Entry<Instant, Articles>> arriving = new ArrayList<>();
        for (Articles article : all) {
            Duration delay = Duration.ofSeconds((long) (random.nextDouble() * lateness));
            arriving.add(Map.entry(article.analysis().publishedAt().plus(delay), article));
        }
        arriving.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        return arriving.stream().map(Map.Entry::getValue).toList();
    }

    private String[] features() {
        List<String> features = new ArrayList<>();
        NAMES.stream().filter(name -> random.nextInt(3) == 0).forEach(features::add);
        for (int i = random.nextInt(3); i > 0; i--) {
            features.add(Integer.toString(random.nextInt(5)));
        }
        return features.toArray(String[]::new);
    }

    private Claim anyClaim() {
        ClaimStatus[] statuses = ClaimStatus.values();
        Stage[] stages = Stage.values();
        return Articles.claim(
                "EXCLUSIVITY",
                statuses[random.nextInt(statuses.length)],
                stages[random.nextInt(stages.length)],
                Optional.of(new State(VALUES.get(random.nextInt(VALUES.size())))));
    }
}
