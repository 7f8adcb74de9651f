-- An assignment of an object of a registry; a measure whose deadline counts from an event; a day that an event has given.
ALTER TABLE "assignments" ADD COLUMN "object_id" TEXT NULL;

ALTER TABLE "assignments" ADD COLUMN "object_name" TEXT NULL;

ALTER TABLE "measures" ADD COLUMN "counts_from_event" INTEGER NOT NULL DEFAULT 0;

UPDATE "measures" SET "counts_from_event" = 1 WHERE "deadlines" LIKE '%"kind":"relative"%';

ALTER TABLE "term_changes" ADD COLUMN "by_event" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "ix_assignments_object_id_measure_id" ON "assignments" ("object_id", "measure_id");

CREATE TABLE "anchors" (
    "id" TEXT NOT NULL CONSTRAINT "pk_anchors" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "object_id" TEXT NULL,
    "object_name" TEXT NULL,
    "day" TEXT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_title" TEXT NOT NULL,
    "source_address" TEXT NULL,
    CONSTRAINT "fk_anchors_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "fact_objects" (
    "id" TEXT NOT NULL CONSTRAINT "pk_fact_objects" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "kind_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "territory_id" TEXT NULL,
    "unit_id" TEXT NULL,
    "opened" TEXT NOT NULL,
    "closed" TEXT NULL,
    "address" TEXT NULL,
    CONSTRAINT "fk_fact_objects_organisations_territory_id" FOREIGN KEY ("territory_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_fact_objects_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_fact_objects_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "anchor_changes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_anchor_changes" PRIMARY KEY,
    "anchor_id" TEXT NOT NULL,
    "from_day" TEXT NULL,
    "to_day" TEXT NULL,
    "ground" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "fk_anchor_changes_anchors_anchor_id" FOREIGN KEY ("anchor_id") REFERENCES "anchors" ("id") ON DELETE CASCADE
);

CREATE TABLE "facts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_facts" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NULL,
    "measure_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "kind_key" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "title_key" TEXT NOT NULL,
    "territory_id" TEXT NULL,
    "unit_id" TEXT NULL,
    "object_id" TEXT NULL,
    "object_name" TEXT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_address" TEXT NULL,
    "proof" TEXT NULL,
    "is_withdrawn" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "fk_facts_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_facts_organisations_territory_id" FOREIGN KEY ("territory_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_facts_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_facts_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_facts_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "fact_changes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_fact_changes" PRIMARY KEY,
    "fact_id" TEXT NOT NULL,
    "is_withdrawal" INTEGER NOT NULL,
    "line_before" TEXT NOT NULL,
    "line_after" TEXT NULL,
    "ground" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "fk_fact_changes_facts_fact_id" FOREIGN KEY ("fact_id") REFERENCES "facts" ("id") ON DELETE CASCADE
);

CREATE TABLE "fact_files" (
    "id" TEXT NOT NULL CONSTRAINT "pk_fact_files" PRIMARY KEY,
    "fact_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    CONSTRAINT "fk_fact_files_facts_fact_id" FOREIGN KEY ("fact_id") REFERENCES "facts" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_anchor_changes_anchor_id" ON "anchor_changes" ("anchor_id");

CREATE UNIQUE INDEX "ix_anchors_of_programme" ON "anchors" ("programme_id", "key") WHERE object_id IS NULL;

CREATE UNIQUE INDEX "ix_anchors_programme_id_object_id_key" ON "anchors" ("programme_id", "object_id", "key");

CREATE INDEX "ix_anchors_source_kind_source_id" ON "anchors" ("source_kind", "source_id");

CREATE INDEX "ix_fact_changes_fact_id" ON "fact_changes" ("fact_id");

CREATE INDEX "ix_fact_files_fact_id" ON "fact_files" ("fact_id");

CREATE INDEX "ix_fact_objects_programme_id_kind_key_name" ON "fact_objects" ("programme_id", "kind_key", "name");

CREATE INDEX "ix_fact_objects_territory_id" ON "fact_objects" ("territory_id");

CREATE INDEX "ix_fact_objects_unit_id" ON "fact_objects" ("unit_id");

CREATE INDEX "ix_facts_measure_id_day" ON "facts" ("measure_id", "day");

CREATE INDEX "ix_facts_object_id_day" ON "facts" ("object_id", "day");

CREATE INDEX "ix_facts_plan_id" ON "facts" ("plan_id");

CREATE INDEX "ix_facts_programme_id_day_id" ON "facts" ("programme_id", "day", "id");

CREATE INDEX "ix_facts_source_kind_source_id" ON "facts" ("source_kind", "source_id");

CREATE INDEX "ix_facts_territory_id" ON "facts" ("territory_id");

CREATE INDEX "ix_facts_unit_id" ON "facts" ("unit_id");
