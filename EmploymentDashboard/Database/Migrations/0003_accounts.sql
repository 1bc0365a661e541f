-- People who sign in. Names are unique without regard to case; they are disabled rather than removed, for batches name them.
CREATE TABLE account (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    name              TEXT NOT NULL,
    normalized_name   TEXT NOT NULL UNIQUE,
    role              TEXT NOT NULL CHECK (role IN ('analyst', 'administrator')),
    password_hash     TEXT NOT NULL,
    -- Changes with everything that must end the sessions of before.
    security_stamp    TEXT NOT NULL,
    -- Changes with every update.
    concurrency_stamp TEXT NOT NULL,
    created_at        TEXT NOT NULL,
    disabled_at       TEXT
);
