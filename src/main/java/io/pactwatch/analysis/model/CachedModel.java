package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps the readings of the passages that were read last, since agency copy is printed by many outlets. Thread-safe. The
 * readings do not depend on what is kept.
 */
public final class CachedModel implements PassageModel {
    private final PassageModel model;
    private final Map<Passage, PassageReading> kept;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** @param most passages to keep, about 3 KB each */
    public CachedModel(PassageModel model, int most) {
        this.model = model;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Passage, PassageReading> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public Tier tier() {
        return model.tier();
    }

    @Override
    public Tier tierFor(String language) {
        return model.tierFor(language);
    }

    @Override
    public Set<String> terms() {
        return model.terms();
    }

    @Override
    public List<PassageReading> read(List<Passage> passages) {
        List<PassageReading> readings = new ArrayList<>(passages.size());
        List<Passage> unread = new ArrayList<>();
        synchronized (kept) {
            for (Passage passage : passages) {
                PassageReading reading = kept.get(passage);
                readings.add(reading);
                if (reading == null) {
                    unread.add(passage);
                }
            }
        }
        hits.add(passages.size() - unread.size());
        misses.add(unread.size());
        if (unread.isEmpty()) {
            return readings;
        }
        List<PassageReading> fresh = model.read(unread);
        int next = 0;
        synchronized (kept) {
            for (int i = 0; i < readings.size(); i++) {
                if (readings.get(i) == null) {
                    kept.put(unread.get(next), fresh.get(next));
                    readings.set(i, fresh.get(next));
                    next++;
                }
            }
        }
        return readings;
    }

    /** Not kept: it is asked for texts that do not come again. */
    @Override
    public Optional<Distribution<Tone>> towards(String text, List<Span> target, String language) {
        return model.towards(text, target, language);
    }

    /** Passages whose reading was kept, so far. */
    public long hits() {
        return hits.sum();
    }

    /** Passages that had to be read, so far. */
    public long misses() {
        return misses.sum();
    }
}
