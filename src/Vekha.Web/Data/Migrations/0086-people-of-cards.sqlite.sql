ALTER TABLE "registry_objects" ADD COLUMN "person_name" TEXT NULL;

ALTER TABLE "registry_objects" ADD COLUMN "person_contact" TEXT NULL;

CREATE INDEX "ix_registry_objects_person_name" ON "registry_objects" ("person_name");
