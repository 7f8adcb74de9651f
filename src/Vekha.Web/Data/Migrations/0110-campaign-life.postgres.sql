ALTER TABLE campaigns ADD COLUMN closed_on date;

ALTER TABLE campaigns ADD COLUMN closed_by text;

ALTER TABLE campaigns ADD COLUMN closed_ground text;
