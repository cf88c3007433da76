package dev.encargo.analytics;

import dev.encargo.analytics.Lake.Partition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The SQL that turns landed records into rows. A record is an EventBridge event whose `detail` is a CloudEvent
/// without `private`; an event's identity is the CloudEvent's.
final class Records {

    static final String COLUMNS = "event_id, type, source, time, order_id, sequence, data";

    /// The shape of `events` where there is none yet.
    static final String NONE = """
            SELECT CAST(NULL AS VARCHAR) AS event_id, CAST(NULL AS VARCHAR) AS type, CAST(NULL AS VARCHAR) AS source,
                   CAST(NULL AS TIMESTAMP) AS time, CAST(NULL AS VARCHAR) AS order_id,
                   CAST(NULL AS BIGINT) AS sequence, CAST(NULL AS JSON) AS data
            WHERE FALSE""";

    static final String BAD = "SELECT object, COUNT(*) FROM incoming WHERE NOT good GROUP BY object ORDER BY object";

    static final String PARTITIONS = """
            SELECT type, CAST(CAST(time AS DATE) AS VARCHAR), COUNT(*) FROM incoming WHERE good GROUP BY 1, 2 ORDER BY 1, 2""";

    private Records() {}

    static String incoming(List<Landed> objects) {
        return """
                CREATE TEMP TABLE incoming AS
                SELECT *, event_id IS NOT NULL AND time IS NOT NULL
                          AND COALESCE(regexp_full_match(type, '[A-Za-z0-9][A-Za-z0-9_.-]*'), FALSE) AS good
                FROM (
                    SELECT filename AS object,
                           COALESCE(NULLIF(json ->> '$.detail.id', ''), json ->> '$.id') AS event_id,
                           json ->> '$."detail-type"' AS type,
                           json ->> '$.source' AS source,
                           CAST(TRY_CAST(COALESCE(NULLIF(json ->> '$.detail.time', ''), json ->> '$.time') AS TIMESTAMPTZ)
                                AS TIMESTAMP) AS time,
                           json ->> '$.detail.subject' AS order_id,
                           TRY_CAST(json ->> '$.detail.sequence' AS BIGINT) AS sequence,
                           json -> '$.detail.data' AS data
                    FROM (%s))""".formatted(read(objects));
    }

    private static String read(List<Landed> objects) {
        Map<Boolean, List<Path>> byFormat = objects.stream()
                .collect(Collectors.groupingBy(Landed::gzip, Collectors.mapping(Landed::file, Collectors.toList())));
        return byFormat.entrySet().stream()
                .map(entry -> """
                        SELECT filename, json FROM read_ndjson_objects(%s, ignore_errors = true, filename = true,
                          compression = '%s', maximum_object_size = 16777216)""".formatted(Engine.list(entry.getValue()), entry.getKey() ? "gzip" : "none"))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /// What the partition held and what came, each event once, ordered by its id.
    static String merged(Partition partition, List<Path> before, Path into) {
        String held = before.isEmpty()
                ? ""
                : "SELECT %s FROM read_parquet(%s, hive_partitioning = false) UNION ALL "
                        .formatted(COLUMNS, Engine.list(before));
        return """
                COPY (
                    SELECT DISTINCT ON (event_id) %1$s
                    FROM (%2$s SELECT %1$s FROM incoming
                          WHERE good AND type = %3$s AND CAST(time AS DATE) = CAST(%4$s AS DATE))
                    ORDER BY event_id, sequence, time
                ) TO %5$s (FORMAT parquet, COMPRESSION zstd)""".formatted(
                        COLUMNS, held, Engine.text(partition.type()), Engine.text(partition.day()), Engine.text(into));
    }
}
