package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.analysis.Decision;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What has become of a set of articles, told from the output topics. An article has an outcome when an alert quotes it,
 * or a decision or a dead letter is about it. Thread-safe.
 */
final class DemoOutcomes {
    private final Set<String> pending;
    private final Map<AlertKind, Map<AlertStatus, Integer>> alerts = new EnumMap<>(AlertKind.class);
    private final Map<String, LedgerLine> ledger = new TreeMap<>();
    private Optional<Instant> firstAlert = Optional.empty();
    private int deadLetters;

    DemoOutcomes(Collection<String> articleIds) {
        pending = new LinkedHashSet<>(articleIds);
    }

    /** @param at when it was received */
    synchronized void alert(Alert alert, Instant at) {
        firstAlert = firstAlert.or(() -> Optional.of(at));
        alerts.computeIfAbsent(alert.kind(), kind -> new EnumMap<>(AlertStatus.class))
                .merge(alert.status(), 1, Integer::sum);
        alert.evidence().stream().map(Citation::articleId).forEach(pending::remove);
        notifyAll();
    }

    synchronized void decision(Decision decision) {
        pending.remove(decision.inputId());
        notifyAll();
    }

    synchronized void ledger(LedgerLine line) {
        ledger.put(line.partnership().id() + " " + line.key().text(), line);
    }

    synchronized void deadLetter(String articleId) {
        deadLetters++;
        pending.remove(articleId);
        notifyAll();
    }

    /** Waits until every article has an outcome; false if the time runs out before. */
    synchronized boolean await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!pending.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Articles without an outcome, in the order of sending. */
    synchronized List<String> pending() {
        return List.copyOf(pending);
    }

    /** How many messages of a kind have a status. */
    synchronized int count(AlertKind kind, AlertStatus status) {
        return alerts.getOrDefault(kind, Map.of()).getOrDefault(status, 0);
    }

    synchronized List<LedgerLine> ledger() {
        return List.copyOf(ledger.values());
    }

    synchronized Optional<Instant> firstAlert() {
        return firstAlert;
    }

    synchronized int deadLetters() {
        return deadLetters;
    }
}
