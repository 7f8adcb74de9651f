ALTER TABLE agreement_rounds ADD COLUMN for_version integer;
