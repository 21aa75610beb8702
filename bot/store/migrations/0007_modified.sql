-- When a page says it was changed last, as it said so in the text that was read: kept with that text.

ALTER TABLE page_version ADD COLUMN modified TEXT;  -- EDTF; NULL = it says nothing
