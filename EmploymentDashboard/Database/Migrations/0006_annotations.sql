-- What happened in a month that a reader of its figures should know. Nothing is deleted: a note is withdrawn, and one that
-- takes the place of another says which. No area means everywhere, neither indicator nor theme means all figures.
CREATE TABLE annotation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Of data/annotations.csv, kept through replacements; null for what someone entered.
    code         TEXT,
    period       TEXT NOT NULL,
    -- The months of the period's first and last day; of the other end where one is open.
    first_month  TEXT NOT NULL,
    last_month   TEXT NOT NULL,
    area         TEXT REFERENCES area (code),
    indicator    TEXT REFERENCES indicator (code),
    theme        TEXT REFERENCES theme (code),
    kind         TEXT NOT NULL CHECK (kind IN ('policy', 'note')),
    text_zh      TEXT NOT NULL,
    text_en      TEXT NOT NULL,
    source       TEXT REFERENCES source (code),
    locator      TEXT NOT NULL,
    replaces     INTEGER REFERENCES annotation (id),
    made_by      TEXT NOT NULL,
    made_at      TEXT NOT NULL,
    withdrawn_by TEXT,
    withdrawn_at TEXT,
    CHECK (indicator IS NULL OR theme IS NULL),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);

CREATE UNIQUE INDEX annotation_current ON annotation (code) WHERE withdrawn_at IS NULL;
CREATE INDEX annotation_by_month ON annotation (first_month);
