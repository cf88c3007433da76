package dev.encargo.aws.dynamo;

import dev.encargo.platform.documents.IndexQuery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sort keys that a query asks for. DynamoDB takes one condition on a sort key, and its `BETWEEN` includes both
/// ends; of the two ends that a query may leave out, `left` tells.
record Bounds(
        @Nullable String low,
        @Nullable String high,
        @Nullable String after,
        @Nullable String to) {

    /// DynamoDB compares the bytes of UTF-8.
    private static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    static Bounds of(IndexQuery query) {
        @Nullable String up = query.descending() ? null : query.after();
        @Nullable String down = query.descending() ? query.after() : null;
        return new Bounds(
                of(query.from(), up, BinaryOperator.maxBy(ORDER)),
                of(query.to(), down, BinaryOperator.minBy(ORDER)),
                query.after(),
                query.to());
    }

    private static @Nullable String of(@Nullable String one, @Nullable String other, BinaryOperator<String> closer) {
        return Stream.of(one, other).filter(Objects::nonNull).reduce(closer).orElse(null);
    }

    /// Whether no key can lie between.
    boolean isEmpty() {
        return low != null && high != null && ORDER.compare(low, high) >= 0;
    }

    boolean left(String sort) {
        return sort.equals(after) || sort.equals(to);
    }
}
