-- What the questions are asked of. The columns are those of the lake's table.
CREATE TABLE IF NOT EXISTS events (
    event_id VARCHAR(256) NOT NULL,
    type VARCHAR(128) NOT NULL,
    source VARCHAR(128),
    time TIMESTAMP NOT NULL,
    order_id VARCHAR(64),
    sequence BIGINT,
    data VARCHAR(65535)
)
DISTKEY (order_id)
SORTKEY (type, time)
