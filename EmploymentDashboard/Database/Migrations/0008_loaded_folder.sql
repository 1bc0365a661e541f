-- The files of the data folder as they were when it was last loaded without anything to report. While the stamp of folder and program
-- stays the same there is nothing to read, and the next start is sooner.
CREATE TABLE loaded_folder (
    stamp    TEXT NOT NULL,
    file     TEXT NOT NULL PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch (id)
);
