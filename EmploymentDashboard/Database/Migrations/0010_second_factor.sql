-- The secret that someone's authenticator app shares with the server, sealed under a key that is not in this file.
CREATE TABLE second_factor (
    account_id    INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    sealed_secret BLOB NOT NULL,
    set_at        TEXT NOT NULL,
    -- The last half minute whose code was used: each code is good once.
    last_step     INTEGER NOT NULL
);

-- Codes on paper that are left, as hashes under that secret.
CREATE TABLE recovery_code (
    account_id INTEGER NOT NULL REFERENCES second_factor (account_id) ON DELETE CASCADE,
    hash       BLOB NOT NULL,
    PRIMARY KEY (account_id, hash)
) WITHOUT ROWID;
