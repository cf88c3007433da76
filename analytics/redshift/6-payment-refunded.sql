CREATE OR REPLACE VIEW payment_refunded AS
SELECT order_id, time AS at, DATEDIFF('ms', TIMESTAMP '1970-01-01 00:00:00', time) AS at_ms, CAST(time AS DATE) AS day,
       JSON_EXTRACT_PATH_TEXT(data, 'amount', 'currency') AS currency,
       CAST(JSON_EXTRACT_PATH_TEXT(data, 'amount', 'minor') AS BIGINT) AS amount_minor
FROM events WHERE type = 'PaymentRefunded'
