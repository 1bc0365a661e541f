-- How people set the reading of tables right, by the shape of their headers, for the next file of the same shape.
CREATE TABLE remembered_layout (
    shape         TEXT PRIMARY KEY,
    settings      TEXT NOT NULL CHECK (json_valid(settings)),
    remembered_by TEXT NOT NULL,
    remembered_at TEXT NOT NULL
);

-- Who entered a source on a page; null for those of the data folder. A source that was entered stays when the data folder, which does not know it, is loaded again.
ALTER TABLE source ADD COLUMN entered_by TEXT;
