-- Changes are noted by the one place that writes versions (lineage.py), many in one statement: a trigger made the
-- database set aside every page a row touches, for each row, and so took as long as the row itself.

DROP TRIGGER story_written;
DROP TRIGGER story_ended;
DROP TRIGGER entity_written;
DROP TRIGGER entity_ended;
DROP TRIGGER source_written;
DROP TRIGGER source_ended;
DROP TRIGGER fact_written;
DROP TRIGGER fact_ended;
DROP TRIGGER claim_written;
DROP TRIGGER claim_ended;
