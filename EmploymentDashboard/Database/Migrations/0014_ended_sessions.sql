-- Sessions that their owners have ended before their time. A session is a cookie, and a copy of it would be good until its end.
CREATE TABLE ended_session (
    id       TEXT NOT NULL PRIMARY KEY,
    ended_at TEXT NOT NULL
) WITHOUT ROWID;
