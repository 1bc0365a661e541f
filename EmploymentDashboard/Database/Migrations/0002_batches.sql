-- Any batch can be taken back and brought again. What stands is always what the batches that are not undone say, read in
-- their order; each moment at which that changed is a row of "change", and figures say between which changes they stood.
CREATE TABLE change (
    id       INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL CHECK (kind IN ('commit', 'undo', 'redo')),
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    made_by  TEXT NOT NULL,
    made_at  TEXT NOT NULL
);

CREATE INDEX change_by_batch ON change (batch_id);

INSERT INTO change (id, kind, batch_id, made_by, made_at)
SELECT id, 'commit', id, imported_by, imported_at FROM batch ORDER BY id;

-- Each period once. "span" is the number of the first period of the same days: 2020-02 and 2020-02~ share theirs.
CREATE TABLE period (
    id              INTEGER PRIMARY KEY,
    edtf            TEXT NOT NULL UNIQUE,
    start           TEXT,
    "end"           TEXT,
    reference_month TEXT NOT NULL,
    span            INTEGER NOT NULL
);

CREATE INDEX period_by_days ON period (coalesce(start, ''), coalesce("end", ''));

INSERT INTO period (edtf, start, "end", reference_month, span)
SELECT DISTINCT period, period_start, period_end, reference_month, 0 FROM observation;

UPDATE period SET span = (
    SELECT min(same.id) FROM period same
    WHERE coalesce(same.start, '') = coalesce(period.start, '') AND coalesce(same."end", '') = coalesce(period."end", ''));

-- A number for each source, because half a million rows name one.
CREATE TABLE source_number (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE REFERENCES source (code)
);

INSERT INTO source_number (code) SELECT DISTINCT source FROM observation ORDER BY source;

-- Rows are written once. The only update ever made sets superseded_in. "batch_id", "line" and "column_no" say which cell of
-- which file holds the figure; undo and redo bring a figure of an older file back as a new row.
CREATE TABLE stored_observation (
    id            INTEGER PRIMARY KEY,
    series_id     INTEGER NOT NULL REFERENCES series (id),
    period_id     INTEGER NOT NULL REFERENCES period (id),
    span          INTEGER NOT NULL,
    source_id     INTEGER NOT NULL REFERENCES source_number (id),
    value         REAL,
    bound         TEXT NOT NULL,
    status        TEXT NOT NULL,
    as_printed    TEXT NOT NULL,
    locator       TEXT NOT NULL,
    note          TEXT NOT NULL,
    batch_id      INTEGER NOT NULL REFERENCES batch (id),
    line          INTEGER NOT NULL,
    column_no     INTEGER NOT NULL,
    recorded_in   INTEGER NOT NULL REFERENCES change (id),
    superseded_in INTEGER REFERENCES change (id)
);

INSERT INTO stored_observation
SELECT o.id, o.series_id, p.id, p.span, n.id, o.value, o.bound, o.status, o.as_printed, o.locator, o.note, o.batch_id, o.line, 0, o.batch_id, o.superseded_by
FROM observation o JOIN period p ON p.edtf = o.period JOIN source_number n ON n.code = o.source;

DROP TABLE observation;

-- One current figure for a key and source.
CREATE UNIQUE INDEX observation_current ON stored_observation (series_id, span, source_id) WHERE superseded_in IS NULL;
CREATE INDEX observation_history ON stored_observation (series_id, span, source_id) WHERE superseded_in IS NOT NULL;
CREATE INDEX observation_by_batch ON stored_observation (batch_id);
CREATE INDEX observation_by_period ON stored_observation (period_id) WHERE superseded_in IS NULL;

-- A file may say what stands already. That is remembered, so that the figure stays when the batch that said it first is undone.
CREATE TABLE confirmation (
    batch_id       INTEGER NOT NULL REFERENCES batch (id),
    observation_id INTEGER NOT NULL REFERENCES stored_observation (id),
    line           INTEGER NOT NULL,
    column_no      INTEGER NOT NULL,
    PRIMARY KEY (batch_id, observation_id)
) WITHOUT ROWID;

CREATE INDEX confirmation_by_observation ON confirmation (observation_id);

-- How everyone reads the table.
CREATE VIEW observation AS
SELECT o.id, o.series_id, o.period_id, o.span, p.edtf AS period, p.reference_month, p."end" AS period_end, o.value, o.bound, o.status, o.as_printed,
       n.code AS source, o.locator, o.note, o.batch_id, o.line, o.column_no, o.recorded_in, o.superseded_in,
       (SELECT made_at FROM change WHERE id = o.recorded_in) AS recorded_at,
       (SELECT made_at FROM change WHERE id = o.superseded_in) AS superseded_at,
       (SELECT batch_id FROM change WHERE id = o.superseded_in) AS superseded_by
FROM stored_observation o JOIN period p ON p.id = o.period_id JOIN source_number n ON n.id = o.source_id;

-- The original bytes, in parts, so that no file need be held in memory. "packing" is none or deflate.
CREATE TABLE batch_content (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    part     INTEGER NOT NULL,
    packing  TEXT NOT NULL CHECK (packing IN ('none', 'deflate')),
    bytes    BLOB NOT NULL,
    PRIMARY KEY (batch_id, part)
);

INSERT INTO batch_content (batch_id, part, packing, bytes) SELECT id, 0, 'none', content FROM batch;

ALTER TABLE batch DROP COLUMN content;
-- How the file was read, as JSON: what a person set, and the cells mended before it was taken in.
ALTER TABLE batch ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE batch ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
UPDATE batch SET size = (SELECT sum(length(bytes)) FROM batch_content WHERE batch_id = batch.id);
