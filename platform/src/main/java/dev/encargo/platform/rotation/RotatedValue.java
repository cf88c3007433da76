package dev.encargo.platform.rotation;

import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a secret holds that Encargo rotates. Once it was rotated, its text is `{"current": …, "previous": …}`, and
/// both are live; any other text is its one value.
public record RotatedValue(String current, Optional<String> previous) {

    @Json
    record Written(@Nullable String current, @Nullable String previous) {}

    public static RotatedValue read(String text) {
        return written(text)
                .flatMap(written -> Optional.ofNullable(written.current)
                        .map(current -> new RotatedValue(current, Optional.ofNullable(written.previous))))
                .orElseGet(() -> new RotatedValue(text, Optional.empty()));
    }

    private static Optional<Written> written(String text) {
        try {
            return text.startsWith("{") ? Optional.of(Jsons.read(Written.class, text)) : Optional.empty();
        } catch (JsonException _) {
            return Optional.empty();
        }
    }

    /// The current value becomes the previous one, and what was that before is live no more.
    public RotatedValue followedBy(String fresh) {
        return new RotatedValue(fresh, Optional.of(current));
    }

    /// Newest first.
    public List<String> live() {
        return Stream.concat(Stream.of(current), previous.stream()).toList();
    }

    public String text() {
        return Jsons.write(new Written(current, previous.orElse(null)));
    }
}
