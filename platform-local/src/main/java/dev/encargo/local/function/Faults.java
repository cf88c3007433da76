package dev.encargo.local.function;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why messages failed, as the functions that failed them reported: kept for the newest thousand.
public final class Faults {
    private static final int KEPT = 1_000;

    private final Map<String, String> byMessage = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    public synchronized void record(String messageId, String why) {
        byMessage.put(messageId, why);
    }

    public synchronized @Nullable String of(String messageId) {
        return byMessage.get(messageId);
    }
}
