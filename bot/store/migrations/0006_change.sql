-- Which rows were written or ended, in the order it happened: what is kept in memory of a record follows this list,
-- whichever process wrote, and need not be made anew. For a claim it names the fact, which is what a claim changes.

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL
) STRICT;

CREATE TRIGGER story_written AFTER INSERT ON story_version BEGIN
  INSERT INTO change (kind, key) VALUES ('story', new.key);
END;
CREATE TRIGGER story_ended AFTER UPDATE OF ended_at ON story_version BEGIN
  INSERT INTO change (kind, key) VALUES ('story', new.key);
END;
CREATE TRIGGER entity_written AFTER INSERT ON entity_version BEGIN
  INSERT INTO change (kind, key) VALUES ('entity', new.key);
END;
CREATE TRIGGER entity_ended AFTER UPDATE OF ended_at ON entity_version BEGIN
  INSERT INTO change (kind, key) VALUES ('entity', new.key);
END;
CREATE TRIGGER source_written AFTER INSERT ON source_version BEGIN
  INSERT INTO change (kind, key) VALUES ('source', new.key);
END;
CREATE TRIGGER source_ended AFTER UPDATE OF ended_at ON source_version BEGIN
  INSERT INTO change (kind, key) VALUES ('source', new.key);
END;
CREATE TRIGGER fact_written AFTER INSERT ON fact_version BEGIN
  INSERT INTO change (kind, key) VALUES ('fact', new.key);
END;
CREATE TRIGGER fact_ended AFTER UPDATE OF ended_at ON fact_version BEGIN
  INSERT INTO change (kind, key) VALUES ('fact', new.key);
END;
CREATE TRIGGER claim_written AFTER INSERT ON claim_version BEGIN
  INSERT INTO change (kind, key) VALUES ('claim', new.fact);
END;
CREATE TRIGGER claim_ended AFTER UPDATE OF ended_at ON claim_version BEGIN
  INSERT INTO change (kind, key) VALUES ('claim', new.fact);
END;
