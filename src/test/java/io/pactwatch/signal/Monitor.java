package io.pactwatch.signal;

import io.pactwatch.alert.AlertPolicy;
import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The signal stage with its state in memory: one partnership, articles in the order of arrival. */
public final class Monitor {
    public static final TermCatalogue CATALOGUE = new TermCatalogue(List.of(
            term("EXCLUSIVITY", TermDefinition.ValueType.STATE, true, Optional.of("exclusive"), Optional.of("open")),
            term("REVENUE_SHARE", TermDefinition.ValueType.PERCENT, true, Optional.empty(), Optional.empty()),
            term("BOARD_SEAT", TermDefinition.ValueType.STATE, false, Optional.of("held"), Optional.empty())));

    final StoryWindow window = new StoryWindow();
    final SortedMap<String, LedgerLine> lines = new TreeMap<>();
    private final Map<String, FoldedLine> folded = new HashMap<>();
    final SortedMap<String, SentimentPoint> points = new TreeMap<>();
    final TreeSet<String> alertIds = new TreeSet<>();

    /** Ids of alerts that were told and are not taken back since. */
    final TreeSet<String> standingIds = new TreeSet<>();

    final List<Signal> signals = new ArrayList<>();
    Optional<Decision.Reason> withheld = Optional.empty();
    SentimentSeries series = SentimentSeries.empty();
    Activity activity;

    private final StoryClusters clusters;
    private final TermLedger ledger;
    private final SentimentShiftDetector detector;
    private final SilenceDetector silences;
    private final AlertPolicy policy;
    private final PartnershipRef partnership;
    Instant watermark = Instant.MIN;

    Monitor(SignalSettings settings, TermCatalogue catalogue) {
        this(settings, catalogue, Articles.PARTNERSHIP);
    }

    Monitor(SignalSettings settings, TermCatalogue catalogue, PartnershipRef partnership) {
        this.partnership = partnership;
        activity = Activity.none(partnership);
        silences = new SilenceDetector(settings);
        policy = new AlertPolicy(catalogue);
        clusters = new StoryClusters(settings);
        ledger = new TermLedger(catalogue, settings);
        detector = new SentimentShiftDetector(settings);
    }

    Monitor() {
        this(SignalSettings.DEFAULTS, CATALOGUE);
    }

    StoryReport read(Articles article) {
        return read(article.analysis());
    }

    StoryReport read(ArticleAnalysis analysis) {
        return read(analysis, analysis.publishedAt().isAfter(watermark) ? analysis.publishedAt() : watermark);
    }

    /** @param now how far time has come */
    StoryReport read(ArticleAnalysis analysis, Instant now) {
        watermark = analysis.publishedAt().isAfter(watermark) ? analysis.publishedAt() : watermark;
        StoryClusters.Assignment assignment = clusters.assign(window, analysis, watermark);
        assignment.changed().forEach(window::put);
        StoryReport report = assignment.report();
        enter(report, now);
        SentimentShiftDetector.Observation observation = detector.observe(series, report, watermark);
        series = observation.series();
        observation.gone().forEach(points::remove);
        observation.points().forEach(point -> points.put(point.story(), point));
        observation.shifts().forEach(this::tell);
        SilenceDetector.Observation heard = silences.observe(activity, report, now);
        activity = heard.activity();
        heard.signals().forEach(this::tell);
        return report;
    }

    /** Lets time pass. */
    void elapse(Instant from, Instant to) {
        for (LedgerLine line : lines.values()) {
            if (ledger.dueTimes(line).stream().anyMatch(time -> time.isAfter(from) && !time.isAfter(to))) {
                ledger.elapse(FoldedLine.of(line), from, to).forEach(this::tell);
            }
        }
        silences.elapse(activity, from, to).forEach(this::tell);
    }

    Monitor readAll(List<Articles> articles) {
        articles.forEach(this::read);
        return this;
    }

    /** Story id to the ids of its articles. */
    SortedMap<String, TreeSet<String>> stories() {
        return window.members().stream()
                .collect(Collectors.groupingBy(
                        StoryMember::story,
                        TreeMap::new,
                        Collectors.mapping(StoryMember::articleId, Collectors.toCollection(TreeSet::new))));
    }

    /** Forgets the articles that no other can reach any more, as the stream does once a day. */
    void forget() {
        window.forgetBefore(clusters.neededSince(watermark));
    }

    TermLedger ledger() {
        return ledger;
    }

    private void enter(StoryReport report, Instant now) {
        Map<TermKey, List<Claim>> byKey = report.analysis().claims().stream()
                .collect(Collectors.groupingBy(TermKey::of, LinkedHashMap::new, Collectors.toList()));
        for (FoldedLine line : List.copyOf(folded.values())) {
            if (!byKey.containsKey(line.line().key())) {
                keep(ledger.mergeStories(line, report, now));
            }
        }
        byKey.forEach((key, claims) -> {
            FoldedLine line = folded.getOrDefault(key.text(), FoldedLine.of(LedgerLine.empty(partnership, key)));
            TermLedger.Entry entry = ledger.enter(line, claims, report, now);
            keep(entry);
            withheld = entry.withheld();
        });
    }

    private void keep(TermLedger.Entry entry) {
        folded.put(entry.line().key().text(), entry.folded());
        lines.put(entry.line().key().text(), entry.line());
        entry.signals().forEach(this::tell);
    }

    private void tell(Signal signal) {
        signals.add(signal);
        String id = policy.id(signal);
        alertIds.add(id);
        if (signal instanceof Signal.Over over && over.cause() == Signal.Over.Cause.REPLACED) {
            standingIds.remove(id);
        } else {
            standingIds.add(id);
        }
    }

    private static TermDefinition term(
            String name,
            TermDefinition.ValueType type,
            boolean major,
            Optional<String> granted,
            Optional<String> ended) {
        return new TermDefinition(
                name, "A term.", Optional.empty(), type, major, granted.map(State::new), ended.map(State::new));
    }
}
