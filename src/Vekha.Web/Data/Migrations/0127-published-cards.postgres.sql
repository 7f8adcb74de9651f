ALTER TABLE registry_objects ADD COLUMN published_on date;

ALTER TABLE registry_objects ADD COLUMN published_by text;
