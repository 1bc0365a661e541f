-- By what programs of analysts send files in. What they show is not kept, only a hash of it. SHA-256 will do: hashes that are slow on purpose
-- guard what people think up, for which there are lists to try; of 256 random bits there is none.
CREATE TABLE api_token (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id   INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    hash         BLOB NOT NULL UNIQUE,
    -- Its first characters, by which people know it again.
    prefix       TEXT NOT NULL,
    -- Words parted by spaces.
    scopes       TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at   TEXT
);

CREATE INDEX api_token_by_account ON api_token (account_id);

-- What became of files that were sent in and taken in: whoever asks a second time gets the same answer.
CREATE TABLE committed_upload (
    upload_id TEXT PRIMARY KEY,
    owner     TEXT NOT NULL,
    batch_id  INTEGER NOT NULL REFERENCES batch (id)
) WITHOUT ROWID;
