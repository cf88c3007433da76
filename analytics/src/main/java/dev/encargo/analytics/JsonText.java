package dev.encargo.analytics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers as JSON on one line.
final class JsonText {

    private JsonText() {}

    static String of(Compaction compaction, List<Answer> answers) {
        return "{\"compacted\":{\"objects\":%d,\"records\":%d,\"skipped\":%s},\"answers\":%s}"
                .formatted(
                        compaction.objects(),
                        compaction.records(),
                        compaction.skipped().stream()
                                .map(one -> "{\"object\":%s,\"reason\":%s}"
                                        .formatted(value(one.object()), value(one.reason())))
                                .collect(Collectors.joining(",", "[", "]")),
                        answers.stream()
                                .map(answer -> value(answer.query()) + ":" + rows(answer))
                                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String rows(Answer answer) {
        return answer.rows().stream().map(row -> row(answer.columns(), row)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String row(List<String> columns, List<@Nullable Object> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> value(columns.get(i)) + ":" + value(row.get(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(@Nullable Object value) {
        return value == null || value instanceof Number ? String.valueOf(value) : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> json.append('\\').append((char) c);
                default -> json.append(c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c));
            }
        });
        return json.append('"').toString();
    }
}
