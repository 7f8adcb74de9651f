ALTER TABLE "registry_objects" ADD COLUMN "published_on" TEXT NULL;

ALTER TABLE "registry_objects" ADD COLUMN "published_by" TEXT NULL;
