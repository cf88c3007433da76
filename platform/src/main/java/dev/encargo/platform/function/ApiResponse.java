package dev.encargo.platform.function;

import dev.encargo.platform.json.Jsons;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer of the REST API. `body` is text, JSON unless the header `Content-Type` says otherwise.
public record ApiResponse(int status, Map<String, String> headers, String body) {

    public static ApiResponse json(int status, Object body) {
        return text(status, "application/json", Jsons.write(body));
    }

    public static ApiResponse text(int status, String contentType, String body) {
        return new ApiResponse(status, Map.of("Content-Type", contentType), body);
    }

    public static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), "");
    }

    public ApiResponse with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new ApiResponse(status, Map.copyOf(all), body);
    }
}
