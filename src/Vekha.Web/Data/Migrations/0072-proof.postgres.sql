ALTER TABLE measures ADD COLUMN proof_set text;

ALTER TABLE reports ADD COLUMN given text;

ALTER TABLE report_drafts ADD COLUMN given text;
