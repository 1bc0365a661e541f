-- What is counted of the figures, so that no reader waits for a million of them to be counted again. All of it follows from
-- stored_observation: the views beside the tables say how, and a check of the database holds each table against its view.

-- The figures that stand of each series that has any.
CREATE TABLE series_summary (
    series_id   INTEGER PRIMARY KEY REFERENCES series (id),
    figures     INTEGER NOT NULL,
    first_month TEXT NOT NULL,
    last_month  TEXT NOT NULL,
    last_usable TEXT            -- last month with a number that is not doubtful
);

-- The figures that stand of each area by the month in which their period ends.
CREATE TABLE area_month (
    area    TEXT NOT NULL REFERENCES area (code),
    month   TEXT NOT NULL,
    figures INTEGER NOT NULL,
    missing INTEGER NOT NULL,   -- without a number
    zeros   INTEGER NOT NULL,
    targets INTEGER NOT NULL,
    limits  INTEGER NOT NULL,
    PRIMARY KEY (area, month)
) WITHOUT ROWID;

-- The figures that stand of each source, by area and by month.
CREATE TABLE source_area (
    source_id INTEGER NOT NULL REFERENCES source_number (id),
    area      TEXT NOT NULL REFERENCES area (code),
    figures   INTEGER NOT NULL,
    PRIMARY KEY (source_id, area)
) WITHOUT ROWID;

CREATE TABLE source_month (
    source_id INTEGER NOT NULL REFERENCES source_number (id),
    month     TEXT NOT NULL,
    figures   INTEGER NOT NULL,
    PRIMARY KEY (source_id, month)
) WITHOUT ROWID;

-- Of what sources figures are credited to each batch, or ever were.
CREATE TABLE batch_source (
    batch_id  INTEGER NOT NULL REFERENCES batch (id),
    source_id INTEGER NOT NULL REFERENCES source_number (id),
    PRIMARY KEY (batch_id, source_id)
) WITHOUT ROWID;

-- The changes that brought or ended figures of each series.
CREATE TABLE series_change (
    series_id INTEGER NOT NULL REFERENCES series (id),
    change_id INTEGER NOT NULL REFERENCES change (id),
    PRIMARY KEY (series_id, change_id)
) WITHOUT ROWID;

CREATE VIEW series_summary_counted AS
SELECT o.series_id, count(*) AS figures, min(p.reference_month) AS first_month, max(p.reference_month) AS last_month,
       max(p.reference_month) FILTER (WHERE o.value IS NOT NULL AND o.status <> 'U') AS last_usable
FROM stored_observation o CROSS JOIN period p ON p.id = o.period_id
WHERE o.superseded_in IS NULL
GROUP BY o.series_id;

CREATE VIEW area_month_counted AS
SELECT s.area, t.month, sum(t.figures) AS figures, sum(t.missing) AS missing, sum(t.zeros) AS zeros,
       sum(CASE WHEN s.basis = 'target' THEN t.figures ELSE 0 END) AS targets, sum(CASE WHEN s.basis = 'limit' THEN t.figures ELSE 0 END) AS limits
FROM (
    SELECT o.series_id, p.reference_month AS month, count(*) AS figures, count(*) - count(o.value) AS missing,
           count(*) FILTER (WHERE o.value = 0 AND o.bound = 'exact') AS zeros
    FROM stored_observation o CROSS JOIN period p ON p.id = o.period_id
    WHERE o.superseded_in IS NULL
    GROUP BY o.series_id, p.reference_month) t
CROSS JOIN series s ON s.id = t.series_id
GROUP BY s.area, t.month;

CREATE VIEW source_area_counted AS
SELECT t.source_id, s.area, sum(t.figures) AS figures
FROM (SELECT series_id, source_id, count(*) AS figures FROM stored_observation WHERE superseded_in IS NULL GROUP BY series_id, source_id) t
CROSS JOIN series s ON s.id = t.series_id
GROUP BY t.source_id, s.area;

CREATE VIEW source_month_counted AS
SELECT t.source_id, p.reference_month AS month, sum(t.figures) AS figures
FROM (SELECT source_id, span, count(*) AS figures FROM stored_observation WHERE superseded_in IS NULL GROUP BY source_id, span) t
CROSS JOIN period p ON p.id = t.span
GROUP BY t.source_id, p.reference_month;

CREATE VIEW batch_source_counted AS
SELECT DISTINCT batch_id, source_id FROM stored_observation;

CREATE VIEW series_change_counted AS
SELECT series_id, recorded_in AS change_id FROM stored_observation
UNION
SELECT series_id, superseded_in FROM stored_observation WHERE superseded_in IS NOT NULL;

INSERT INTO series_summary SELECT * FROM series_summary_counted;
INSERT INTO area_month SELECT * FROM area_month_counted;
INSERT INTO source_area SELECT * FROM source_area_counted;
INSERT INTO source_month SELECT * FROM source_month_counted;
INSERT INTO batch_source SELECT * FROM batch_source_counted;
INSERT INTO series_change SELECT * FROM series_change_counted;

CREATE INDEX series_by_area ON series (area);
CREATE INDEX period_by_month ON period (reference_month, "end");

-- Figures of a batch are shown in the order of its file. Those of a month are found by series and days.
DROP INDEX observation_by_batch;
CREATE INDEX observation_by_batch ON stored_observation (batch_id, line);
DROP INDEX observation_by_period;
