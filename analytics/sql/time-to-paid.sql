-- Seconds from an order's acceptance to its being paid.
WITH waits AS (
    SELECT c.order_id, (MIN(s.at_ms) - MIN(c.at_ms)) / 1000.0 AS seconds
    FROM order_created c
    JOIN order_status_changed s ON s.order_id = c.order_id AND s.to_status = 'PAID'
    GROUP BY c.order_id
)
SELECT COUNT(*) AS orders,
       CAST(PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY seconds) AS DECIMAL(18, 3)) AS p50_seconds,
       CAST(PERCENTILE_CONT(0.90) WITHIN GROUP (ORDER BY seconds) AS DECIMAL(18, 3)) AS p90_seconds,
       CAST(PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY seconds) AS DECIMAL(18, 3)) AS p99_seconds
FROM waits
HAVING COUNT(*) > 0;
