CREATE OR REPLACE VIEW order_status_changed AS
SELECT order_id, time AS at, DATEDIFF('ms', TIMESTAMP '1970-01-01 00:00:00', time) AS at_ms, CAST(time AS DATE) AS day,
       JSON_EXTRACT_PATH_TEXT(data, 'from') AS from_status, JSON_EXTRACT_PATH_TEXT(data, 'to') AS to_status,
       NULLIF(JSON_EXTRACT_PATH_TEXT(data, 'reason'), '') AS reason
FROM events WHERE type = 'OrderStatusChanged'
