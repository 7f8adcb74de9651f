-- «График выхода видеосюжетов», and notices that tell of a change.
ALTER TABLE "notices" ADD COLUMN "words" TEXT NULL;

ALTER TABLE "notices" ADD COLUMN "address" TEXT NULL;

-- What a publication announces or sums up.
ALTER TABLE "publications" ADD COLUMN "event_id" TEXT NULL;

CREATE TABLE "premieres" (
    "id" TEXT NOT NULL CONSTRAINT "pk_premieres" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "media_plan_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "practice1" TEXT NOT NULL,
    "practice2" TEXT NULL,
    "length" TEXT NULL,
    "responsible" TEXT NULL,
    "wish_on" TEXT NULL,
    "wish_hour" INTEGER NULL,
    "wish_at" TEXT NULL,
    "slot_on" TEXT NULL,
    "slot_hour" INTEGER NULL,
    "script_on" TEXT NULL,
    "filmed_on" TEXT NULL,
    "edited_on" TEXT NULL,
    "link" TEXT NULL,
    "out_on" TEXT NULL,
    "gone_on" TEXT NULL,
    CONSTRAINT "fk_premieres_media_plans_media_plan_id" FOREIGN KEY ("media_plan_id") REFERENCES "media_plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_premieres_organisations_site_id" FOREIGN KEY ("site_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_premieres_media_plan_id_slot_on_slot_hour" ON "premieres" ("media_plan_id", "slot_on", "slot_hour");

CREATE INDEX "ix_premieres_site_id" ON "premieres" ("site_id");
