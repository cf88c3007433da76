package dev.encargo.local.bus;

import java.util.List;

/// The first field that kept an event from matching: where it is, the values found there (JSON), what the pattern
/// wants of it (JSON), and the same as a sentence.
public record Mismatch(String path, List<String> actual, String wanted, String sentence) {
    public Mismatch {
        actual = List.copyOf(actual);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
