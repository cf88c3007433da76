-- How far orders came, and how many ended otherwise; percent is of all created.
WITH reached AS (
    SELECT 1 AS step, 'created' AS stage, order_id FROM order_created
    UNION ALL
    SELECT CASE to_status WHEN 'RESERVED' THEN 2 WHEN 'PAID' THEN 3 WHEN 'SHIPPED' THEN 4
                          WHEN 'DELIVERED' THEN 5 WHEN 'REJECTED' THEN 6 ELSE 7 END,
           LOWER(to_status), order_id
    FROM order_status_changed
    WHERE to_status IN ('RESERVED', 'PAID', 'SHIPPED', 'DELIVERED', 'REJECTED', 'CANCELED')
),
stages AS (
    SELECT 1 AS step, 'created' AS stage
    UNION ALL SELECT 2, 'reserved'
    UNION ALL SELECT 3, 'paid'
    UNION ALL SELECT 4, 'shipped'
    UNION ALL SELECT 5, 'delivered'
    UNION ALL SELECT 6, 'rejected'
    UNION ALL SELECT 7, 'canceled'
),
created AS (SELECT COUNT(DISTINCT order_id) AS orders FROM order_created)
SELECT s.stage,
       COUNT(DISTINCT r.order_id) AS orders,
       CAST(100.0 * COUNT(DISTINCT r.order_id) / c.orders AS DECIMAL(5, 1)) AS percent
FROM stages s
CROSS JOIN created c
LEFT JOIN reached r ON r.step = s.step
WHERE c.orders > 0
GROUP BY s.step, s.stage, c.orders
ORDER BY s.step;
