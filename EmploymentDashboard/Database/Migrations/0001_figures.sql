-- Reference tables, filled from data/*.csv. "ordinal" keeps the order of the file.
CREATE TABLE area (
    code        TEXT PRIMARY KEY,
    ordinal     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    parent      TEXT REFERENCES area (code),
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    short_name  TEXT NOT NULL,
    aliases     TEXT NOT NULL,
    tile_column INTEGER,
    tile_row    INTEGER
);

CREATE TABLE theme (
    code    TEXT PRIMARY KEY,
    ordinal INTEGER NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL
);

CREATE TABLE indicator (
    code           TEXT PRIMARY KEY,
    ordinal        INTEGER NOT NULL,
    name_zh        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    theme          TEXT NOT NULL REFERENCES theme (code),
    unit_zh        TEXT NOT NULL,
    unit_en        TEXT NOT NULL,
    decimals       INTEGER NOT NULL,
    additive       INTEGER NOT NULL,
    more_is_better INTEGER,
    definition_zh  TEXT NOT NULL,
    definition_en  TEXT NOT NULL,
    aliases        TEXT NOT NULL
);

CREATE TABLE breakdown (
    code       TEXT PRIMARY KEY,
    ordinal    INTEGER NOT NULL,
    name_zh    TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    dimension  TEXT NOT NULL,
    parent     TEXT REFERENCES breakdown (code),
    exhaustive INTEGER NOT NULL,
    aliases    TEXT NOT NULL
);

CREATE TABLE source (
    code             TEXT PRIMARY KEY,
    ordinal          INTEGER NOT NULL,
    publisher        TEXT NOT NULL,
    headline         TEXT NOT NULL,
    author           TEXT NOT NULL,
    published        TEXT NOT NULL,
    published_how_zh TEXT NOT NULL,
    published_how_en TEXT NOT NULL,
    page             TEXT NOT NULL,
    url              TEXT NOT NULL,
    language         TEXT NOT NULL
);

-- One file brought in at one moment. Its bytes are kept. The same bytes change nothing; they make a second batch only
-- for rows that the first had to reject and that are good now (an area or indicator was added meanwhile).
CREATE TABLE batch (
    id          INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    encoding    TEXT NOT NULL,
    delimiter   TEXT NOT NULL,
    layout      TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    rows_read   INTEGER NOT NULL,
    added       INTEGER NOT NULL,
    changed     INTEGER NOT NULL,
    unchanged   INTEGER NOT NULL,
    rejected    INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('committed', 'undone')),
    content     BLOB NOT NULL
);

CREATE INDEX batch_by_content ON batch (sha256);

CREATE TABLE batch_issue (
    batch_id    INTEGER NOT NULL REFERENCES batch (id),
    ordinal     INTEGER NOT NULL,
    code        TEXT NOT NULL,
    level       TEXT NOT NULL CHECK (level IN ('error', 'warning')),
    line        INTEGER,
    column_no   INTEGER,
    column_name TEXT NOT NULL,
    raw         TEXT NOT NULL,
    expected_zh TEXT NOT NULL,
    expected_en TEXT NOT NULL,
    remedy_zh   TEXT NOT NULL,
    remedy_en   TEXT NOT NULL,
    PRIMARY KEY (batch_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE series (
    id        INTEGER PRIMARY KEY,
    area      TEXT NOT NULL REFERENCES area (code),
    indicator TEXT NOT NULL REFERENCES indicator (code),
    breakdown TEXT NOT NULL REFERENCES breakdown (code),
    basis     TEXT NOT NULL,
    UNIQUE (indicator, area, breakdown, basis)
);

-- Rows are written once. The only update ever made sets superseded_at and superseded_by.
-- What was known at a moment t: recorded_at <= t and (superseded_at is null or superseded_at > t).
CREATE TABLE observation (
    id              INTEGER PRIMARY KEY,
    series_id       INTEGER NOT NULL REFERENCES series (id),
    period          TEXT NOT NULL,
    period_start    TEXT,
    period_end      TEXT,
    reference_month TEXT NOT NULL,
    value           REAL,
    bound           TEXT NOT NULL,
    status          TEXT NOT NULL,
    as_printed      TEXT NOT NULL,
    source          TEXT NOT NULL REFERENCES source (code),
    locator         TEXT NOT NULL,
    note            TEXT NOT NULL,
    batch_id        INTEGER NOT NULL REFERENCES batch (id),
    line            INTEGER NOT NULL,
    recorded_at     TEXT NOT NULL,
    superseded_at   TEXT,
    superseded_by   INTEGER REFERENCES batch (id)
);

-- One current figure for a key and source.
CREATE UNIQUE INDEX observation_current
    ON observation (series_id, coalesce(period_start, ''), coalesce(period_end, ''), source)
    WHERE superseded_at IS NULL;

CREATE INDEX observation_by_batch ON observation (batch_id);
CREATE INDEX observation_by_month ON observation (reference_month) WHERE superseded_at IS NULL;
