-- The record. Each kind of row has an anchor (its key, never removed) and versions. A version is written once; when it
-- no longer holds it is given an end (who, when, why, the version that follows), and stays.
--   seeded        1 = the version stands so in the story's files
--   ended_seeded  1 = it was ended because the files changed, not by a person
--   next          the version that took its place; NULL with ended_at = retracted. Not declared a reference: it is
--                 written before the row it names, and checking that late would search the table for each row

CREATE TABLE revision (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO revision VALUES (1, 0);

-- What was last loaded of a folder of files: starting the desk need not read again what has not changed.
CREATE TABLE loaded (folder TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE story (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE story_version (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL REFERENCES story,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  seeded INTEGER NOT NULL,
  ended_at TEXT,
  ended_by TEXT,
  ended_why TEXT,
  ended_seeded INTEGER NOT NULL DEFAULT 0,
  next INTEGER
) STRICT;
CREATE INDEX story_history ON story_version (key);
CREATE UNIQUE INDEX story_live ON story_version (key) WHERE ended_at IS NULL;

CREATE TABLE entity (key TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES story) STRICT, WITHOUT ROWID;

CREATE TABLE entity_version (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL REFERENCES entity,
  story TEXT NOT NULL REFERENCES story,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  aliases TEXT NOT NULL,       -- JSON: [[name, kind, [source, ...]], ...]
  role TEXT NOT NULL,
  date TEXT,                   -- JSON, see stored.py
  place TEXT NOT NULL,
  people TEXT NOT NULL,        -- JSON: [[entity, role], ...]
  words TEXT NOT NULL,         -- JSON: [word, ...]
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  seeded INTEGER NOT NULL,
  ended_at TEXT,
  ended_by TEXT,
  ended_why TEXT,
  ended_seeded INTEGER NOT NULL DEFAULT 0,
  next INTEGER
) STRICT;
CREATE INDEX entity_history ON entity_version (key);
CREATE UNIQUE INDEX entity_live ON entity_version (key) WHERE ended_at IS NULL;
CREATE INDEX entity_story ON entity_version (story) WHERE ended_at IS NULL;

CREATE TABLE source (key TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES story) STRICT, WITHOUT ROWID;

CREATE TABLE source_version (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL REFERENCES source,
  story TEXT NOT NULL REFERENCES story,
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  author TEXT NOT NULL,
  published TEXT,              -- JSON
  retrieved TEXT,              -- JSON
  language TEXT NOT NULL,
  origin TEXT,
  reliability TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  called TEXT NOT NULL,
  note TEXT NOT NULL,
  archive TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  seeded INTEGER NOT NULL,
  ended_at TEXT,
  ended_by TEXT,
  ended_why TEXT,
  ended_seeded INTEGER NOT NULL DEFAULT 0,
  next INTEGER
) STRICT;
CREATE INDEX source_history ON source_version (key);
CREATE UNIQUE INDEX source_live ON source_version (key) WHERE ended_at IS NULL;
CREATE INDEX source_story ON source_version (story) WHERE ended_at IS NULL;
CREATE INDEX source_url ON source_version (url) WHERE ended_at IS NULL AND url <> '';
CREATE INDEX source_sha256 ON source_version (sha256) WHERE ended_at IS NULL AND sha256 <> '';

CREATE TABLE fact (key TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES story) STRICT, WITHOUT ROWID;

CREATE TABLE fact_version (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL REFERENCES fact,
  story TEXT NOT NULL REFERENCES story,
  of TEXT NOT NULL REFERENCES entity,
  property TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  behaviour TEXT,
  scope TEXT NOT NULL,         -- JSON: [[name, value], ...]
  part_of TEXT REFERENCES fact,
  complete INTEGER NOT NULL,
  words TEXT NOT NULL,         -- JSON: [word, ...]
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  seeded INTEGER NOT NULL,
  ended_at TEXT,
  ended_by TEXT,
  ended_why TEXT,
  ended_seeded INTEGER NOT NULL DEFAULT 0,
  next INTEGER
) STRICT;
CREATE INDEX fact_history ON fact_version (key);
CREATE UNIQUE INDEX fact_live ON fact_version (key) WHERE ended_at IS NULL;
CREATE INDEX fact_story ON fact_version (story) WHERE ended_at IS NULL;
CREATE INDEX fact_of ON fact_version (of) WHERE ended_at IS NULL;
CREATE INDEX fact_part_of ON fact_version (part_of) WHERE ended_at IS NULL AND part_of IS NOT NULL;

CREATE TABLE claim (key TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES story) STRICT, WITHOUT ROWID;

CREATE TABLE claim_version (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL REFERENCES claim,
  story TEXT NOT NULL REFERENCES story,
  fact TEXT NOT NULL REFERENCES fact,
  source TEXT NOT NULL REFERENCES source,
  written TEXT NOT NULL,
  value_kind TEXT NOT NULL,
  value TEXT NOT NULL,         -- JSON of that kind
  claimant TEXT NOT NULL,
  as_of TEXT,                  -- JSON
  locator TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  quote TEXT NOT NULL,
  page_version TEXT NOT NULL,
  rank TEXT NOT NULL,
  why TEXT NOT NULL,
  standing TEXT NOT NULL,
  note TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  seeded INTEGER NOT NULL,
  ended_at TEXT,
  ended_by TEXT,
  ended_why TEXT,
  ended_seeded INTEGER NOT NULL DEFAULT 0,
  next INTEGER
) STRICT;
CREATE INDEX claim_history ON claim_version (key);
CREATE UNIQUE INDEX claim_live ON claim_version (key) WHERE ended_at IS NULL;
CREATE INDEX claim_fact ON claim_version (fact) WHERE ended_at IS NULL;
CREATE INDEX claim_source ON claim_version (source) WHERE ended_at IS NULL;
CREATE INDEX claim_claimant ON claim_version (claimant COLLATE NOCASE) WHERE ended_at IS NULL AND claimant <> '';

-- Full text over what holds now; rowid = version * 8 + the number of the kind of row (see search.py).
CREATE VIRTUAL TABLE found USING fts5 (
  words, tokenize = "porter unicode61 remove_diacritics 2"
);
