package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the output topics say, in memory: the latest {@value #MAX_ALERTS} alerts by publication, the ledger, the latest
 * {@value #MAX_POINTS} points of each series, the latest {@value #MAX_DECISIONS} decisions, the watchlist. Bounded; of
 * the ledger, at most {@value #MAX_LINES} lines are kept of a partnership. Entering the same record twice changes
 * nothing, save for decisions. Thread-safe.
 */
public final class OutputView {
    static final int MAX_ALERTS = 10_000;
    static final int MAX_POINTS = 2_000;
    static final int MAX_DECISIONS = 20_000;
    static final int MAX_LINES = 200;

    private final AlertShelf alerts = new AlertShelf(MAX_ALERTS);
    private final SentimentShelf sentiment = new SentimentShelf(MAX_POINTS);
    private final DecisionLog decisions = new DecisionLog(MAX_DECISIONS);
    private final Map<String, SortedMap<String, LedgerLine>> ledger = new HashMap<>();
    private final Map<String, PartnershipRef> watched = new HashMap<>();
    private final Map<String, PartnershipRef> told = new HashMap<>();
    private final List<Consumer<ViewEvent>> listeners = new CopyOnWriteArrayList<>();
    private boolean complete;

    /** The listener is called on the thread that enters, after the entry, and must not block. */
    void listen(Consumer<ViewEvent> listener) {
        listeners.add(listener);
    }

    void enter(Alert alert) {
        change(
                () -> {
                    alerts.put(alert);
                    told.put(alert.partnership().id(), alert.partnership());
                },
                new ViewEvent.AlertPublished(alert));
    }

    void enter(LedgerLine line) {
        change(
                () -> {
                    told.put(line.partnership().id(), line.partnership());
                    SortedMap<String, LedgerLine> lines =
                            ledger.computeIfAbsent(line.partnership().id(), id -> new TreeMap<>());
                    String key = line.key().text();
                    if (lines.size() < MAX_LINES || lines.containsKey(key)) {
                        lines.put(key, line);
                    }
                },
                new ViewEvent.LedgerChanged(line.partnership().id(), line.key()));
    }

    void enter(SentimentPoint point) {
        change(() -> sentiment.put(point), new ViewEvent.SentimentMoved(point));
    }

    synchronized void enter(Decision decision) {
        decisions.add(decision);
    }

    synchronized void enter(Partnership partnership) {
        watched.put(partnership.id(), partnership.ref());
    }

    /** Takes back what was entered under the key of an alert message. */
    synchronized void removeAlert(String id) {
        alerts.remove(id);
    }

    /** Takes back what was entered under the key of a ledger message: the partnership and the line. */
    synchronized void removeLine(String partnership, String line) {
        Optional.ofNullable(ledger.get(partnership)).ifPresent(lines -> lines.remove(line));
    }

    /** Takes back what was entered under the key of a sentiment message: the partnership and the story. */
    synchronized void removePoint(String partnership, String story) {
        sentiment.remove(partnership, story);
    }

    /** Takes a partnership off the watchlist; what is known of it stays. */
    synchronized void removePartnership(String id) {
        watched.remove(id);
    }

    /** Decisions have no identity: they are forgotten before they are read again. */
    synchronized void clearDecisions() {
        decisions.clear();
    }

    /** From now on the view holds what the topics held at the start, and listeners hear of every change. */
    void complete() {
        synchronized (this) {
            complete = true;
        }
        listeners.forEach(listener -> listener.accept(new ViewEvent.Completed()));
    }

    /** Whether everything that was there at the start has been read. */
    synchronized boolean isComplete() {
        return complete;
    }

    synchronized List<Alert> alerts(
            Optional<AlertShelf.Place> after, Optional<String> partnership, Predicate<Alert> wanted, int limit) {
        return alerts.after(after, partnership, wanted, limit);
    }

    synchronized Collection<LedgerLine> ledger(String partnership) {
        return List.copyOf(ledger.getOrDefault(partnership, new TreeMap<>()).values());
    }

    synchronized List<SentimentPoint> sentiment(String partnership) {
        return sentiment.of(partnership);
    }

    /** The last points of a series, in the order of time. */
    synchronized List<SentimentPoint> sentiment(String partnership, int limit) {
        return sentiment.last(partnership, limit);
    }

    synchronized List<Decision> decisions(String input) {
        return decisions.of(input);
    }

    /** Every partnership that is watched or that something is known of, by id. */
    synchronized Map<String, PartnershipRef> partnerships() {
        Map<String, PartnershipRef> partnerships = new TreeMap<>(told);
        partnerships.putAll(watched);
        return partnerships;
    }

    /** Whether a partnership is watched or something is known of it. */
    synchronized boolean knows(String partnership) {
        return watched.containsKey(partnership) || told.containsKey(partnership);
    }

    private void change(Runnable entry, ViewEvent event) {
        boolean told;
        synchronized (this) {
            entry.run();
            told = complete;
        }
        if (told) {
            listeners.forEach(listener -> listener.accept(event));
        }
    }
}
