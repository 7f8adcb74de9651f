-- Texts drafted by themselves from decisions recorded in a registry.
ALTER TABLE "media_rows" ADD COLUMN "draft_from" TEXT NULL;

ALTER TABLE "publications" ADD COLUMN "drafted_of" TEXT NULL;

CREATE UNIQUE INDEX "ix_publications_drafted_of" ON "publications" ("media_plan_id", "measure_id", "channel", "drafted_of");
