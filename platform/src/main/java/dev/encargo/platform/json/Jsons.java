package dev.encargo.platform.json;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/// The one JSON codec: generated adapters of every module on the class path. Unknown fields are ignored, absent
/// optional ones are null.
public final class Jsons {

    public static final Jsonb JSONB =
            Jsonb.builder().adapter(new TextStream()).serializeNulls(false).build();

    private Jsons() {}

    public static <T> JsonType<T> type(Class<T> type) {
        return JSONB.type(type);
    }

    @SuppressWarnings("unchecked")
    public static String write(Object value) {
        return ((JsonType<Object>) JSONB.type((Class<?>) value.getClass())).toJson(value);
    }

    public static <T> T read(Class<T> type, String json) {
        return JSONB.type(type).fromJson(json);
    }
}
