CREATE TABLE "registries" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registries" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    CONSTRAINT "fk_registries_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "registry_goals" (
    "registry_id" TEXT NOT NULL,
    "territory_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "least" INTEGER NOT NULL,
    CONSTRAINT "pk_registry_goals" PRIMARY KEY ("registry_id", "territory_id"),
    CONSTRAINT "fk_registry_goals_organisations_territory_id" FOREIGN KEY ("territory_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_goals_registries_registry_id" FOREIGN KEY ("registry_id") REFERENCES "registries" ("id") ON DELETE CASCADE
);

CREATE TABLE "registry_imports" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_imports" PRIMARY KEY,
    "registry_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by_name" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "headings" TEXT NOT NULL,
    "bad" TEXT NOT NULL,
    CONSTRAINT "fk_registry_imports_registries_registry_id" FOREIGN KEY ("registry_id") REFERENCES "registries" ("id") ON DELETE RESTRICT
);

CREATE TABLE "object_cascades" (
    "id" TEXT NOT NULL CONSTRAINT "pk_object_cascades" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "measure_id" TEXT NOT NULL,
    "registry_id" TEXT NOT NULL,
    "buffer_days" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "fk_object_cascades_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_object_cascades_registries_registry_id" FOREIGN KEY ("registry_id") REFERENCES "registries" ("id") ON DELETE RESTRICT
);

CREATE TABLE "registry_objects" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_objects" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "registry_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "territory_id" TEXT NOT NULL,
    "territory" TEXT NOT NULL,
    "unit_id" TEXT NULL,
    "plan_id" TEXT NULL,
    "measure_id" TEXT NULL,
    "state" TEXT NOT NULL,
    "field_values" TEXT NOT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "opened" TEXT NULL,
    "closed" TEXT NULL,
    "updated_on" TEXT NULL,
    "percent" INTEGER NULL,
    "risk" TEXT NULL,
    "confirmed_on" TEXT NULL,
    "confirmed_by" TEXT NULL,
    "merged_into_id" TEXT NULL,
    "merged_on" TEXT NULL,
    "words" TEXT NOT NULL,
    "address" TEXT NULL,
    CONSTRAINT "fk_registry_objects_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_objects_organisations_territory_id" FOREIGN KEY ("territory_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_objects_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_objects_registries_registry_id" FOREIGN KEY ("registry_id") REFERENCES "registries" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_objects_registry_objects_merged_into_id" FOREIGN KEY ("merged_into_id") REFERENCES "registry_objects" ("id") ON DELETE RESTRICT
);

CREATE TABLE "registry_changes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_changes" PRIMARY KEY,
    "object_id" TEXT NOT NULL,
    "field_key" TEXT NOT NULL,
    "value_before" TEXT NULL,
    "value_after" TEXT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "event_id" TEXT NULL,
    CONSTRAINT "fk_registry_changes_registry_objects_object_id" FOREIGN KEY ("object_id") REFERENCES "registry_objects" ("id") ON DELETE CASCADE
);

CREATE TABLE "registry_events" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_events" PRIMARY KEY,
    "object_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "move_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "from_state" TEXT NULL,
    "to_state" TEXT NOT NULL,
    "counts" INTEGER NOT NULL,
    "papers" TEXT NOT NULL,
    "note" TEXT NULL,
    "recorded_on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by_name" TEXT NOT NULL,
    "taken_back_why" TEXT NULL,
    "taken_back_on" TEXT NULL,
    "taken_back_by" TEXT NULL,
    CONSTRAINT "fk_registry_events_registry_objects_object_id" FOREIGN KEY ("object_id") REFERENCES "registry_objects" ("id") ON DELETE CASCADE
);

CREATE TABLE "registry_files" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_files" PRIMARY KEY,
    "object_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "field_key" TEXT NULL,
    "event_id" TEXT NULL,
    "update_id" TEXT NULL,
    "paper" TEXT NULL,
    "is_photo" INTEGER NOT NULL,
    CONSTRAINT "fk_registry_files_files_file_id" FOREIGN KEY ("file_id") REFERENCES "files" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_files_registry_objects_object_id" FOREIGN KEY ("object_id") REFERENCES "registry_objects" ("id") ON DELETE CASCADE
);

CREATE TABLE "registry_spans" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_spans" PRIMARY KEY,
    "object_id" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NULL,
    CONSTRAINT "fk_registry_spans_registry_objects_object_id" FOREIGN KEY ("object_id") REFERENCES "registry_objects" ("id") ON DELETE CASCADE
);

CREATE TABLE "registry_updates" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_updates" PRIMARY KEY,
    "object_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "percent" INTEGER NULL,
    "risk" TEXT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_registry_updates_registry_objects_object_id" FOREIGN KEY ("object_id") REFERENCES "registry_objects" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_object_cascades_measure_id_registry_id" ON "object_cascades" ("measure_id", "registry_id");

CREATE INDEX "ix_object_cascades_registry_id" ON "object_cascades" ("registry_id");

CREATE INDEX "ix_registries_programme_id" ON "registries" ("programme_id");

CREATE INDEX "ix_registry_changes_object_id_on_day" ON "registry_changes" ("object_id", "on_day");

CREATE UNIQUE INDEX "ix_registry_events_object_id_number" ON "registry_events" ("object_id", "number");

CREATE INDEX "ix_registry_files_file_id" ON "registry_files" ("file_id");

CREATE INDEX "ix_registry_files_object_id" ON "registry_files" ("object_id");

CREATE INDEX "ix_registry_goals_territory_id" ON "registry_goals" ("territory_id");

CREATE INDEX "ix_registry_imports_registry_id_by_id_at" ON "registry_imports" ("registry_id", "by_id", "at");

CREATE INDEX "ix_registry_objects_measure_id" ON "registry_objects" ("measure_id");

CREATE INDEX "ix_registry_objects_merged_into_id" ON "registry_objects" ("merged_into_id");

CREATE INDEX "ix_registry_objects_programme_id_state" ON "registry_objects" ("programme_id", "state");

CREATE INDEX "ix_registry_objects_registry_id_merged_into_id_name" ON "registry_objects" ("registry_id", "merged_into_id", "name");

CREATE UNIQUE INDEX "ix_registry_objects_registry_id_number" ON "registry_objects" ("registry_id", "number");

CREATE INDEX "ix_registry_objects_registry_id_territory_id" ON "registry_objects" ("registry_id", "territory_id");

CREATE INDEX "ix_registry_objects_territory_id" ON "registry_objects" ("territory_id");

CREATE INDEX "ix_registry_objects_unit_id" ON "registry_objects" ("unit_id");

CREATE INDEX "ix_registry_spans_object_id_from_day_until_day" ON "registry_spans" ("object_id", "from_day", "until_day");

CREATE INDEX "ix_registry_updates_object_id_on_day" ON "registry_updates" ("object_id", "on_day");

DROP INDEX "ix_assignments_parent_id_organisation_id";

CREATE UNIQUE INDEX "ix_assignments_parent_id_object_id" ON "assignments" ("parent_id", "object_id");

CREATE UNIQUE INDEX "ix_assignments_parent_id_organisation_id" ON "assignments" ("parent_id", "organisation_id") WHERE "object_id" IS NULL;
