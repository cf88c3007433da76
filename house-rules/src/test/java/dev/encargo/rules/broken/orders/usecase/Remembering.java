package dev.encargo.rules.broken.orders.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps between two calls what only a document may keep.
public class Remembering {

    static Instant reassigned = Instant.EPOCH;
    static final Map<String, String> MAP = new HashMap<>();
    static final List<String> LIST = new ArrayList<>();
    static final List<String> VIEW = Collections.unmodifiableList(LIST);
    static final Map<String, Long> CACHE = new ConcurrentHashMap<>();
    static final AtomicLong COUNTER = new AtomicLong();
    static final ThreadLocal<String> LOCAL = new ThreadLocal<>();
    static final StringBuilder TEXT = new StringBuilder();
    static final int[] ARRAY = {1, 2};
    static final List<int[]> ARRAYS = List.of(new int[] {1});
    static final Optional<StringBuilder> INSIDE = Optional.of(new StringBuilder());
    static final Map<String, List<String>> DEEP = Map.of("a", LIST);
    static final Holder HOLDER = new Holder(new ArrayList<>());
    static final Changing CHANGING = new Changing();

    public record Holder(List<String> list) {}

    public static final class Changing {
        int last;
    }
}
