CREATE OR REPLACE VIEW order_created AS
SELECT order_id, time AS at, DATEDIFF('ms', TIMESTAMP '1970-01-01 00:00:00', time) AS at_ms, CAST(time AS DATE) AS day,
       JSON_EXTRACT_PATH_TEXT(data, 'currency') AS currency,
       CAST(JSON_EXTRACT_PATH_TEXT(data, 'totals', 'gross', 'minor') AS BIGINT) AS gross_minor
FROM events WHERE type = 'OrderCreated'
