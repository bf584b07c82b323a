package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.Shift;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.TermHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The API: what the view holds, as JSON. Thread-safe. */
public final class ConsoleApi {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_MARKS = 500;

    private final OutputView view;
    private final TermCatalogue catalogue;
    private final SignalSettings settings;

    /** @param catalogue the contract terms */
    public ConsoleApi(OutputView view, TermCatalogue catalogue, SignalSettings settings) {
        this.view = view;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** @param next where the next page begins, given back as {@code before}; none on the last page */
    private record AlertPage(List<Alert> alerts, Optional<String> next) {}

    private record Mark(
            String id, AlertKind kind, Severity severity, String title, Instant publishedAt, Optional<Shift> shift) {
        static Mark of(Alert alert) {
            return new Mark(
                    alert.id(), alert.kind(), alert.severity(), alert.title(), alert.publishedAt(), alert.shift());
        }
    }

    private record SentimentAnswer(String partnership, List<SentimentPoint> points, List<Mark> alerts) {}

    private record DecisionAnswer(String input, List<Decision> decisions, List<Alert> alerts) {}

    OutputView view() {
        return view;
    }

    /** The resources by path. */
    Map<String, Resource> resources() {
        Map<String, Resource> resources = new LinkedHashMap<>();
        resources.put("/api/partnerships", json(List.of(), query -> partnerships()));
        resources.put("/api/alerts", json(List.of("partnership", "kind", "severity", "before", "limit"), this::alerts));
        resources.put("/api/ledger", ofPartnership(List.of("partnership", "asOf"), this::ledger));
        resources.put("/api/sentiment", ofPartnership(List.of("partnership"), this::sentiment));
        resources.put("/api/decisions", json(List.of("input"), this::decisions));
        resources.put("/api/openapi.yaml", PageFiles.file("openapi.yaml"));
        return resources;
    }

    private static Resource json(List<String> parameters, Function<Query, Object> answer) {
        return request -> {
            request.query().allowOnly(parameters);
            return Response.json(answer.apply(request.query()));
        };
    }

    private Resource ofPartnership(List<String> parameters, Function<Query, Object> answer) {
        Resource known = json(parameters, answer);
        return request -> view.knows(request.query().requiredText("partnership"))
                ? known.get(request)
                : Response.line(404, "partnership: neither watched nor known");
    }

    private PartnershipAnswer.All partnerships() {
        boolean complete = view.isComplete();
        return new PartnershipAnswer.All(
                complete,
                view.partnerships().values().stream()
                        .map(partnership -> PartnershipAnswer.of(partnership, view))
                        .sorted(PartnershipAnswer.BY_LAST_NEWS)
                        .toList());
    }

    private AlertPage alerts(Query query) {
        int limit = query.wholeNumber("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        Optional<AlertKind> kind = query.constant("kind", AlertKind.class);
        Optional<Severity> severity = query.constant("severity", Severity.class);
        List<Alert> found = view.alerts(
                query.read("before", AlertShelf.Place::parse, "what 'next' of an earlier page said"),
                query.text("partnership"),
                alert -> kind.map(alert.kind()::equals).orElse(true)
                        && severity.map(alert.severity()::equals).orElse(true),
                limit + 1);
        if (found.size() <= limit) {
            return new AlertPage(found, Optional.empty());
        }
        List<Alert> page = found.subList(0, limit);
        return new AlertPage(
                page, Optional.of(AlertShelf.Place.of(page.get(limit - 1)).text()));
    }

    private LedgerAnswer ledger(Query query) {
        String partnership = query.requiredText("partnership");
        Optional<LocalDate> asOf = query.date("asOf");
        return LedgerAnswer.of(partnership, asOf, view.ledger(partnership), this::history);
    }

    private TermHistory history(LedgerLine line) {
        return TermHistory.of(line, catalogue, settings);
    }

    private SentimentAnswer sentiment(Query query) {
        String partnership = query.requiredText("partnership");
        List<Mark> marks = view.alerts(Optional.empty(), Optional.of(partnership), alert -> true, MAX_MARKS).stream()
                .map(Mark::of)
                .toList();
        return new SentimentAnswer(partnership, view.sentiment(partnership), marks);
    }

    private DecisionAnswer decisions(Query query) {
        String input = query.requiredText("input");
        List<Alert> alerts = view.alerts(
                Optional.empty(),
                Optional.empty(),
                alert -> alert.evidence().stream()
                        .anyMatch(citation -> citation.articleId().equals(input)),
                MAX_LIMIT);
        return new DecisionAnswer(input, view.decisions(input), alerts);
    }
}
