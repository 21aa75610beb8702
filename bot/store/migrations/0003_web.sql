-- What was read of sources and when, where it stands, and what is watched. The texts themselves lie beside the record.

-- A source's text each time it was another one. `text_sha256` is what evidence of claims points to.
CREATE TABLE page_version (
  source TEXT NOT NULL REFERENCES source,
  number INTEGER NOT NULL,         -- 1, 2, ... within the source
  text_sha256 TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,        -- '' = it was pasted: the text is all there is
  content_type TEXT NOT NULL,
  link TEXT NOT NULL,              -- where these bytes came from, after all redirects
  title TEXT NOT NULL,
  notice TEXT NOT NULL,            -- what the page says of its own correction, update or withdrawal
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  pruned_at TEXT,
  PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_version_text ON page_version (text_sha256);

-- Every address at which a source was seen, without what does not change the article.
CREATE TABLE address (
  address TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source,
  link TEXT NOT NULL,
  PRIMARY KEY (address, source)
) STRICT, WITHOUT ROWID;

-- A few numbers that tell how alike two texts are (read/likeness.py), of each source's newest text.
CREATE TABLE likeness (
  source TEXT PRIMARY KEY REFERENCES source,
  story TEXT NOT NULL REFERENCES story,
  sketch TEXT NOT NULL             -- JSON: [number, ...]
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_story ON likeness (story);

CREATE TABLE reread (
  source TEXT PRIMARY KEY REFERENCES source,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  next_at TEXT NOT NULL,
  checked_at TEXT,
  succeeded_at TEXT,
  failure TEXT NOT NULL,           -- JSON of a phrase; '' = the last reading went well
  failures INTEGER NOT NULL,       -- in a row
  unavailable_since TEXT,
  gone_at TEXT                     -- the server said that it is gone for good
) STRICT, WITHOUT ROWID;
CREATE INDEX reread_due ON reread (next_at);

CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story,
  link TEXT NOT NULL,
  words TEXT NOT NULL,             -- JSON: keep only items that hold one of these; [] = all
  paused INTEGER NOT NULL DEFAULT 0,
  etag TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  next_at TEXT NOT NULL,
  checked_at TEXT,
  succeeded_at TEXT,
  failed_at TEXT,
  failure TEXT NOT NULL DEFAULT '',
  failures INTEGER NOT NULL DEFAULT 0,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (story, link)
) STRICT;

-- Items are noted in the transaction that notes the feed as read, so that none is lost between the two.
CREATE TABLE feed_item (
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  address TEXT NOT NULL,           -- of the article: feeds change their ids at will
  id TEXT NOT NULL,
  link TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'passed over', 'failed')),
  why TEXT NOT NULL,               -- JSON of a phrase; '' = nothing to say
  source TEXT REFERENCES source,
  attempts INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  PRIMARY KEY (feed, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_item_id ON feed_item (feed, id);
CREATE INDEX feed_item_waiting ON feed_item (next_at) WHERE state = 'waiting';
