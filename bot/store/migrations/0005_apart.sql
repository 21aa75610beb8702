-- What editors decided about two names of the record: one bearer (merged), or two that must not be asked about again.

CREATE TABLE apart (
  id INTEGER PRIMARY KEY,
  one TEXT NOT NULL REFERENCES entity,
  other TEXT NOT NULL REFERENCES entity,
  why TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT,
  undone_why TEXT,
  CHECK (one < other)              -- a pair has one order
) STRICT;
CREATE UNIQUE INDEX apart_live ON apart (one, other) WHERE undone_at IS NULL;

CREATE TABLE merger (
  number INTEGER PRIMARY KEY,
  gone TEXT NOT NULL REFERENCES entity,
  kept TEXT NOT NULL REFERENCES entity,
  why TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT,
  undone_why TEXT
) STRICT;
CREATE INDEX merger_gone ON merger (gone);
CREATE INDEX merger_kept ON merger (kept);

-- Which versions of the record's rows a merger ended and wrote, so that it can be taken back.
CREATE TABLE merger_change (
  merger INTEGER NOT NULL REFERENCES merger,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  before INTEGER,
  after INTEGER,
  PRIMARY KEY (merger, place)
) STRICT, WITHOUT ROWID;
