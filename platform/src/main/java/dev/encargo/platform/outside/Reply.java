package dev.encargo.platform.outside;

import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonException;

/// What an outside party answered, below 500.
public record Reply(String party, int status, String body) {

    /// The body of a 2xx answer.
    ///
    /// @throws NotUnderstood for any other answer
    public <T> T as(Class<T> type) {
        if (status < 200 || status > 299) {
            throw new NotUnderstood(this, "the status says no");
        }
        return read(type);
    }

    /// The body, whatever the status.
    ///
    /// @throws NotUnderstood when it is not such an object
    public <T> T read(Class<T> type) {
        try {
            return Jsons.read(type, body);
        } catch (JsonException malformed) {
            throw new NotUnderstood(this, String.valueOf(malformed.getMessage()));
        }
    }
}
