-- How many events of each kind there are; every event counts once, however often it was delivered.
SELECT type, COUNT(*) AS events, MIN(time) AS first_at, MAX(time) AS last_at
FROM events
GROUP BY type
ORDER BY type;
