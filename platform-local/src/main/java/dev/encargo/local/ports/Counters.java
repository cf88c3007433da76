package dev.encargo.local.ports;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Sums of the metrics that functions count.
public final class Counters {
    private final Map<String, LongAdder> sums = new ConcurrentHashMap<>();

    void add(String metric, long value) {
        sums.computeIfAbsent(metric, _ -> new LongAdder()).add(value);
    }

    public Map<String, Long> sums() {
        Map<String, Long> all = new TreeMap<>();
        sums.forEach((metric, sum) -> all.put(metric, sum.sum()));
        return all;
    }
}
