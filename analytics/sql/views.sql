-- What the questions are asked of: one flat view a kind of event, over the table
-- events(event_id, type, source, time, order_id, sequence, data).
-- Only this file knows how JSON is taken apart; a warehouse has its own, with the same views. Amounts are minor units,
-- moments are UTC, at_ms counts milliseconds since 1970.

CREATE OR REPLACE VIEW order_created AS
SELECT order_id, time AS at, epoch_ms(time) AS at_ms, CAST(time AS DATE) AS day,
       data ->> '$.currency' AS currency,
       CAST(data ->> '$.totals.gross.minor' AS BIGINT) AS gross_minor
FROM events WHERE type = 'OrderCreated';

CREATE OR REPLACE VIEW order_status_changed AS
SELECT order_id, time AS at, epoch_ms(time) AS at_ms, CAST(time AS DATE) AS day,
       data ->> '$.from' AS from_status, data ->> '$.to' AS to_status, data ->> '$.reason' AS reason
FROM events WHERE type = 'OrderStatusChanged';

CREATE OR REPLACE VIEW payment_captured AS
SELECT order_id, time AS at, epoch_ms(time) AS at_ms, CAST(time AS DATE) AS day,
       data ->> '$.amount.currency' AS currency,
       CAST(data ->> '$.amount.minor' AS BIGINT) AS amount_minor
FROM events WHERE type = 'PaymentCaptured';

CREATE OR REPLACE VIEW payment_refunded AS
SELECT order_id, time AS at, epoch_ms(time) AS at_ms, CAST(time AS DATE) AS day,
       data ->> '$.amount.currency' AS currency,
       CAST(data ->> '$.amount.minor' AS BIGINT) AS amount_minor
FROM events WHERE type = 'PaymentRefunded';
