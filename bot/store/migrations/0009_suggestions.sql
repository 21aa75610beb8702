-- What waits and what is open is suggested at every letter typed, however much has been settled.

CREATE INDEX claim_proposed ON claim_version (version) WHERE ended_at IS NULL AND standing = 'proposed';
CREATE INDEX discrepancy_open ON discrepancy (number) WHERE state = 'open';
