-- Why orders were rejected; percent is of all rejected.
WITH rejected AS (
    SELECT order_id, COALESCE(MIN(reason), 'unknown') AS reason
    FROM order_status_changed
    WHERE to_status = 'REJECTED'
    GROUP BY order_id
)
SELECT reason,
       COUNT(*) AS orders,
       CAST(100.0 * COUNT(*) / (SELECT COUNT(*) FROM rejected) AS DECIMAL(5, 1)) AS percent
FROM rejected
GROUP BY reason
ORDER BY orders DESC, reason;
