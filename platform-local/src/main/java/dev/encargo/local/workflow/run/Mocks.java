package dev.encargo.local.workflow.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Results of Task states by the state's name, consumed in order, the last one repeating.
public final class Mocks {
    private final Map<String, List<MockAnswer>> answers = new HashMap<>();
    private final Map<String, Integer> consumed = new HashMap<>();

    private Mocks() {}

    public static Mocks none() {
        return new Mocks();
    }

    /// Reads `{"State": [{"return": …} | {"throw": {"error", "cause"}} | {"never": true}, …]}`.
    ///
    /// @throws IllegalArgumentException when the value has another form
    public static Mocks read(@Nullable JsonNode node) {
        Mocks mocks = new Mocks();
        if (node == null || node.isNull()) {
            return mocks;
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("Mocks are an object of lists by the name of the state");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            List<MockAnswer> listed = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(answer -> listed.add(MockAnswer.read(answer)));
            } else {
                listed.add(MockAnswer.read(entry.getValue()));
            }
            mocks.answers.put(entry.getKey(), listed);
        }
        return mocks;
    }

    /// The next answer for a state, or null when none was given.
    @Nullable
    MockAnswer next(String state) {
        List<MockAnswer> listed = answers.getOrDefault(state, List.of());
        if (listed.isEmpty()) {
            return null;
        }
        int index = consumed.merge(state, 1, Integer::sum) - 1;
        return listed.get(Math.min(index, listed.size() - 1));
    }
}
