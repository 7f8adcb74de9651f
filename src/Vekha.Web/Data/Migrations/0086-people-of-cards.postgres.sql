ALTER TABLE registry_objects ADD COLUMN person_name text;

ALTER TABLE registry_objects ADD COLUMN person_contact text;

CREATE INDEX ix_registry_objects_person_name ON registry_objects (person_name);
