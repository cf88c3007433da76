package dev.encargo.local.http.api;

import dev.encargo.local.http.wire.Percent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds a path's operations, segment by segment; a literal segment goes before a parameter.
final class Router {

    private final Place root = new Place();

    private static final class Place {
        private final Map<String, Place> literals = new HashMap<>();
        private @Nullable Place parameter;
        private List<String> parameterNames = List.of();
        private final Map<String, Operation> operations = new LinkedHashMap<>();
    }

    /// A path's operations by method, and the values of its parameters, decoded, in order.
    record Match(Map<String, Operation> operations, Map<String, String> parameters) {}

    Router(List<Operation> operations) {
        operations.forEach(this::add);
    }

    private void add(Operation operation) {
        Place place = root;
        List<String> names = new ArrayList<>();
        for (String segment : operation.resource().substring(1).split("/", -1)) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                names.add(segment.substring(1, segment.length() - 1));
                Place parameter = place.parameter == null ? new Place() : place.parameter;
                place.parameter = parameter;
                place = parameter;
            } else {
                place = place.literals.computeIfAbsent(segment, _ -> new Place());
            }
        }
        place.parameterNames = List.copyOf(names);
        place.operations.put(operation.method(), operation);
    }

    /// Null where the document has no such path.
    @Nullable
    Match find(String path) {
        List<String> segments = new ArrayList<>(4);
        for (int from = 1; from <= path.length(); ) {
            int to = path.indexOf('/', from);
            to = to < 0 ? path.length() : to;
            segments.add(Percent.decodeSegment(path.substring(from, to)));
            from = to + 1;
        }
        return find(root, segments, 0, new ArrayList<>(2));
    }

    private static @Nullable Match find(Place place, List<String> segments, int at, List<String> values) {
        if (at == segments.size()) {
            return place.operations.isEmpty() ? null : match(place, values);
        }
        String segment = segments.get(at);
        @Nullable Place literal = place.literals.get(segment);
        @Nullable Match found = literal == null ? null : find(literal, segments, at + 1, values);
        if (found != null || place.parameter == null || segment.isEmpty()) {
            return found;
        }
        List<String> more = new ArrayList<>(values);
        more.add(segment);
        return find(place.parameter, segments, at + 1, more);
    }

    private static Match match(Place place, List<String> values) {
        if (values.isEmpty()) {
            return new Match(place.operations, Map.of());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            parameters.put(place.parameterNames.get(i), values.get(i));
        }
        return new Match(place.operations, parameters);
    }
}
