CREATE TABLE "tile_server" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tile_server" PRIMARY KEY,
    "address" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "territory_outlines" (
    "id" TEXT NOT NULL CONSTRAINT "pk_territory_outlines" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "territory_id" TEXT NULL,
    "name" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "fk_territory_outlines_organisations_territory_id" FOREIGN KEY ("territory_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_territory_outlines_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_territory_outlines_programme_id_name" ON "territory_outlines" ("programme_id", "name");

CREATE INDEX "ix_territory_outlines_territory_id" ON "territory_outlines" ("territory_id");

ALTER TABLE "fact_objects" ADD COLUMN "latitude" REAL NULL;

ALTER TABLE "fact_objects" ADD COLUMN "longitude" REAL NULL;

-- The map of a norm draws cards that have said where they are.
UPDATE "fact_objects" SET "latitude" = (SELECT "latitude" FROM "registry_objects" WHERE "registry_objects"."id" = "fact_objects"."id"),
    "longitude" = (SELECT "longitude" FROM "registry_objects" WHERE "registry_objects"."id" = "fact_objects"."id");
