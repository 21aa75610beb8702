-- What comparing found, and what editors decided. A comparison, a judgement and a step are written once; the row of a
-- discrepancy holds how it stands now, and `step` how it came to that.

CREATE TABLE comparison (
  id INTEGER PRIMARY KEY,
  new TEXT NOT NULL REFERENCES claim,
  old TEXT NOT NULL REFERENCES claim,
  fact TEXT NOT NULL REFERENCES fact,
  topic TEXT NOT NULL DEFAULT '',  -- '' = two claims of one fact; else what several facts were compared for
  level TEXT NOT NULL,
  verdict TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  why TEXT NOT NULL,               -- JSON: [template, [[name, text], ...]]
  score REAL NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX comparison_fact ON comparison (fact) WHERE ended_at IS NULL;

CREATE TABLE discrepancy (
  number INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story,
  fact TEXT NOT NULL REFERENCES fact,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,             -- '' = within the fact; else what tells it from others of the fact
  level TEXT NOT NULL,
  verdict TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  why TEXT NOT NULL,
  score REAL NOT NULL,
  recorded_written TEXT NOT NULL,
  recorded_forms TEXT NOT NULL,    -- JSON: [form, ...], the clusters of equal values on that side
  new_written TEXT NOT NULL,
  new_forms TEXT NOT NULL,
  state TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  until TEXT,                      -- a snooze's or judgement's end
  reopened TEXT
) STRICT;
CREATE INDEX discrepancy_fact ON discrepancy (fact);
CREATE INDEX discrepancy_until ON discrepancy (until) WHERE until IS NOT NULL;

CREATE TABLE discrepancy_claim (
  discrepancy INTEGER NOT NULL REFERENCES discrepancy,
  claim TEXT NOT NULL REFERENCES claim,
  side TEXT NOT NULL CHECK (side IN ('recorded', 'new')),
  place INTEGER NOT NULL,
  PRIMARY KEY (discrepancy, claim, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
  number INTEGER PRIMARY KEY,
  discrepancy INTEGER NOT NULL REFERENCES discrepancy,
  ruling TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  loser TEXT NOT NULL CHECK (loser IN ('', 'recorded', 'new', 'both')),
  scope TEXT NOT NULL,             -- the fact's scope when it was judged: a change of it reopens
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT,
  undone_why TEXT
) STRICT;
CREATE INDEX judgement_discrepancy ON judgement (discrepancy);

-- Which versions of the record's rows a judgement ended and wrote, so that it can be taken back.
CREATE TABLE judgement_change (
  judgement INTEGER NOT NULL REFERENCES judgement,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  before INTEGER,
  after INTEGER,
  PRIMARY KEY (judgement, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  discrepancy INTEGER NOT NULL REFERENCES discrepancy,
  act TEXT NOT NULL,
  why TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX step_discrepancy ON step (discrepancy);

-- The outbox: a row is one message to be delivered once to each target. Written with the claims that caused it.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- what the message is about: the same is never queued twice
  kind TEXT NOT NULL,
  discrepancy INTEGER NOT NULL REFERENCES discrepancy,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE delivery (
  outbox INTEGER NOT NULL REFERENCES outbox,
  target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'failed', 'delivered')),
  attempts INTEGER NOT NULL,
  claimed_at TEXT NOT NULL,
  next_at TEXT,                    -- failed: not before then
  delivered_at TEXT,
  message TEXT,                    -- the delivered message's own id
  error TEXT,
  PRIMARY KEY (outbox, target)
) STRICT, WITHOUT ROWID;
