-- Orders and revenue by day (UTC). Revenue is what was captured less what was given back of it, each on its own day;
-- money that was refunded without ever having counted as captured (too late, wrong amount) is no part of it.
WITH moves AS (
    SELECT day, currency, 1 AS orders, gross_minor AS ordered_minor, 0 AS captured_minor, 0 AS refunded_minor
    FROM order_created
    UNION ALL
    SELECT day, currency, 0, 0, amount_minor, 0
    FROM payment_captured
    UNION ALL
    SELECT day, currency, 0, 0, 0, amount_minor
    FROM payment_refunded
    WHERE order_id IN (SELECT order_id FROM payment_captured)
)
SELECT day, currency,
       CAST(SUM(orders) AS BIGINT) AS orders,
       CAST(SUM(ordered_minor) AS BIGINT) AS ordered_minor,
       CAST(SUM(captured_minor) AS BIGINT) AS captured_minor,
       CAST(SUM(refunded_minor) AS BIGINT) AS refunded_minor,
       CAST(SUM(captured_minor) - SUM(refunded_minor) AS BIGINT) AS revenue_minor
FROM moves
GROUP BY day, currency
ORDER BY day, currency;
