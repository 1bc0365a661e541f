-- Bulletins that were issued. What went out stays as it was: the editions' bytes are kept, and nothing here is ever updated or deleted.
CREATE TABLE bulletin (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     TEXT NOT NULL UNIQUE,
    -- What was ordered: EDTF, codes of areas and sections parted by commas (no area for all with figures).
    period     TEXT NOT NULL,
    areas      TEXT NOT NULL,
    sections   TEXT NOT NULL,
    landscape  INTEGER NOT NULL,
    -- The moment whose knowledge it holds.
    known_at   TEXT NOT NULL,
    -- The edition that it takes the place of.
    corrects   INTEGER REFERENCES bulletin (id),
    issued_by  TEXT NOT NULL,
    issued_at  TEXT NOT NULL
);

-- One correction of an edition; that one may be corrected again.
CREATE UNIQUE INDEX bulletin_corrected ON bulletin (corrects) WHERE corrects IS NOT NULL;

-- The HTML of each language. "packing" is brotli; the hash is of the unpacked bytes.
CREATE TABLE bulletin_edition (
    bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
    language    TEXT NOT NULL CHECK (language IN ('zh', 'en')),
    title       TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    packing     TEXT NOT NULL CHECK (packing IN ('brotli')),
    bytes       BLOB NOT NULL,
    PRIMARY KEY (bulletin_id, language)
);

-- The stored figures that it rests on, by which later changes are found.
CREATE TABLE bulletin_figure (
    bulletin_id    INTEGER NOT NULL REFERENCES bulletin (id),
    observation_id INTEGER NOT NULL REFERENCES stored_observation (id),
    PRIMARY KEY (bulletin_id, observation_id)
) WITHOUT ROWID;

CREATE TRIGGER bulletin_is_final BEFORE UPDATE ON bulletin BEGIN SELECT raise(ABORT, 'An issued bulletin is never changed.'); END;
CREATE TRIGGER bulletin_stays BEFORE DELETE ON bulletin BEGIN SELECT raise(ABORT, 'An issued bulletin is never deleted.'); END;
CREATE TRIGGER bulletin_edition_is_final BEFORE UPDATE ON bulletin_edition BEGIN SELECT raise(ABORT, 'An issued bulletin is never changed.'); END;
CREATE TRIGGER bulletin_edition_stays BEFORE DELETE ON bulletin_edition BEGIN SELECT raise(ABORT, 'An issued bulletin is never deleted.'); END;
