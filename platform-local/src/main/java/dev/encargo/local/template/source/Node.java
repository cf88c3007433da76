package dev.encargo.local.template.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of YAML (or JSON) with its position. Short-form tags are already written out: `!Ref A` is `{Ref: A}`.
public sealed interface Node {

    Position at();

    /// What a plain scalar means by YAML's rules; a quoted one is always `TEXT`.
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        NOTHING
    }

    record Scalar(String text, Kind kind, Position at) implements Node {}

    record Items(List<Node> items, Position at) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// `at` of a field is the line of its name.
    record Field(Node value, Position at) {}

    /// Fields in the order of the file.
    record Fields(Map<String, Field> fields, Position at) implements Node {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Node> get(String name) {
            return Optional.ofNullable(fields.get(name)).map(Field::value);
        }

        /// The line of the field's name, or that of the whole where it has none.
        public Position positionOf(String name) {
            return Optional.ofNullable(fields.get(name)).map(Field::at).orElse(at);
        }
    }

    static Scalar text(String text, Position at) {
        return new Scalar(text, Kind.TEXT, at);
    }

    static Fields none(Position at) {
        return new Fields(Map.of(), at);
    }
}
