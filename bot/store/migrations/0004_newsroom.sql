-- What a chat edge keeps of one newsroom: its settings, where the card of a discrepancy stands, and texts on their way.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL              -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  discrepancy INTEGER PRIMARY KEY REFERENCES discrepancy,
  channel INTEGER NOT NULL,
  message INTEGER NOT NULL,
  thread INTEGER,
  digest TEXT NOT NULL             -- of what the card shows, so that only a change is sent
) STRICT;

-- Texts somebody is checking: kept for a day, so that pages and buttons of the answer outlive a restart.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  person INTEGER NOT NULL,
  content TEXT NOT NULL,           -- JSON
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
