-- Two roles more. A CHECK cannot be changed, so the table is made anew; numbers of users go on from where they were.
CREATE TABLE account_of_now (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    name              TEXT NOT NULL,
    normalized_name   TEXT NOT NULL UNIQUE,
    role              TEXT NOT NULL CHECK (role IN ('reader', 'analyst', 'publisher', 'administrator')),
    password_hash     TEXT NOT NULL,
    -- Changes with everything that must end the sessions of before.
    security_stamp    TEXT NOT NULL,
    -- Changes with every update.
    concurrency_stamp TEXT NOT NULL,
    created_at        TEXT NOT NULL,
    disabled_at       TEXT
);

INSERT INTO account_of_now SELECT id, name, normalized_name, role, password_hash, security_stamp, concurrency_stamp, created_at, disabled_at FROM account;
DELETE FROM sqlite_sequence WHERE name = 'account_of_now';
INSERT INTO sqlite_sequence (name, seq) SELECT 'account_of_now', seq FROM sqlite_sequence WHERE name = 'account';
DROP TABLE account;
ALTER TABLE account_of_now RENAME TO account;

-- Failed sign-ins by the name that was typed, whether or not there is such a user: whoever guesses learns nothing from being locked out.
CREATE TABLE sign_in_failure (
    normalized_name TEXT PRIMARY KEY,
    failures        INTEGER NOT NULL,
    last_at         TEXT NOT NULL,
    locked_until    TEXT
) WITHOUT ROWID;

-- Who did what, when. Each entry is sealed together with the seal of the one before, by a key that is not in this file.
CREATE TABLE audit_entry (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    kind    TEXT NOT NULL,
    actor   TEXT NOT NULL,
    -- The network address it came from; empty for the command line and for what an open page did.
    client  TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL,
    seal    BLOB NOT NULL
);

CREATE INDEX audit_by_kind ON audit_entry (kind);

-- The last entry that was let go because its time was over, and its seal, so that the chain goes on from there.
CREATE TABLE audit_start (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    past INTEGER NOT NULL,
    seal BLOB NOT NULL,
    mark BLOB NOT NULL
);

CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry BEGIN SELECT raise(ABORT, 'An audit entry is never changed.'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry WHEN old.id > coalesce((SELECT past FROM audit_start), 0) BEGIN SELECT raise(ABORT, 'An audit entry is never deleted before its time.'); END;
