-- Loads what the lake holds of a month ('2026-11') into events, each event once; run again, it changes nothing.
CREATE OR REPLACE PROCEDURE load_events(bucket VARCHAR(63), month VARCHAR(7))
AS $$
BEGIN
    CREATE TEMP TABLE IF NOT EXISTS arriving (LIKE events);
    TRUNCATE arriving;
    EXECUTE 'COPY arriving FROM ''s3://' || bucket || '/tables/day=' || month || '-'' IAM_ROLE default FORMAT AS PARQUET';
    DELETE FROM events USING arriving WHERE events.event_id = arriving.event_id;
    INSERT INTO events
    SELECT event_id, type, source, time, order_id, sequence, data
    FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY sequence, time) AS nth FROM arriving)
    WHERE nth = 1;
END
$$ LANGUAGE plpgsql
