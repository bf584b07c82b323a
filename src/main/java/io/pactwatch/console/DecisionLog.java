package io.pactwatch.console;

import io.pactwatch.analysis.Decision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest decisions by arrival, found by their input. Bounded. Not thread-safe. */
final class DecisionLog {
    private final int most;
    private final Deque<Decision> arrivals = new ArrayDeque<>();
    private final Map<String, List<Decision>> byInput = new HashMap<>();

    DecisionLog(int most) {
        this.most = most;
    }

    void add(Decision decision) {
        arrivals.addLast(decision);
        byInput.computeIfAbsent(decision.inputId(), id -> new ArrayList<>()).add(decision);
        if (arrivals.size() > most) {
            String eldest = arrivals.removeFirst().inputId();
            List<Decision> ofInput = byInput.get(eldest);
            ofInput.remove(0);
            if (ofInput.isEmpty()) {
                byInput.remove(eldest);
            }
        }
    }

    void clear() {
        arrivals.clear();
        byInput.clear();
    }

    /** In the order of arrival. */
    List<Decision> of(String input) {
        return List.copyOf(byInput.getOrDefault(input, List.of()));
    }
}
