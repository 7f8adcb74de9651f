CREATE TABLE "event_resources" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_resources" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_retired" INTEGER NOT NULL,
    CONSTRAINT "fk_event_resources_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_series" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_series" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "measure_id" TEXT NULL,
    "title" TEXT NOT NULL,
    CONSTRAINT "fk_event_series_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "events" (
    "id" TEXT NOT NULL CONSTRAINT "pk_events" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NULL,
    "measure_id" TEXT NULL,
    "object_id" TEXT NULL,
    "object_name" TEXT NULL,
    "series_id" TEXT NULL,
    "series_number" INTEGER NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "territory_id" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "zone_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "venue" TEXT NULL,
    "link" TEXT NULL,
    "mode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "about" TEXT NULL,
    "questions" TEXT NULL,
    "hero" TEXT NULL,
    "is_public" INTEGER NOT NULL,
    "present" INTEGER NULL,
    "present_from" TEXT NULL,
    CONSTRAINT "fk_events_event_series_series_id" FOREIGN KEY ("series_id") REFERENCES "event_series" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_events_organisations_territory_id" FOREIGN KEY ("territory_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_events_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_events_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_bookings" (
    "event_id" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "is_held" INTEGER NOT NULL,
    CONSTRAINT "pk_event_bookings" PRIMARY KEY ("event_id", "resource_id"),
    CONSTRAINT "fk_event_bookings_event_resources_resource_id" FOREIGN KEY ("resource_id") REFERENCES "event_resources" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_event_bookings_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_changes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_changes" PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value_before" TEXT NULL,
    "value_after" TEXT NOT NULL,
    "ground" TEXT NULL,
    "on_day" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "person_id" TEXT NULL,
    CONSTRAINT "fk_event_changes_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
);

CREATE TABLE "event_items" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_items" PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "begins" TEXT NULL,
    "title" TEXT NOT NULL,
    "speaker" TEXT NULL,
    CONSTRAINT "fk_event_items_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_seats" (
    "event_id" TEXT NOT NULL CONSTRAINT "pk_event_seats" PRIMARY KEY,
    "places" INTEGER NULL,
    "taken" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "turns" INTEGER NOT NULL,
    CONSTRAINT "fk_event_seats_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_event_bookings_resource_id_starts_at" ON "event_bookings" ("resource_id", "starts_at");

CREATE INDEX "ix_event_changes_event_id" ON "event_changes" ("event_id");

CREATE INDEX "ix_event_items_event_id_position" ON "event_items" ("event_id", "position");

CREATE UNIQUE INDEX "ix_event_resources_programme_id_kind_name" ON "event_resources" ("programme_id", "kind", "name");

CREATE INDEX "ix_event_series_programme_id" ON "event_series" ("programme_id");

CREATE INDEX "ix_events_is_public_state_day" ON "events" ("is_public", "state", "day");

CREATE INDEX "ix_events_measure_id" ON "events" ("measure_id");

CREATE INDEX "ix_events_object_id" ON "events" ("object_id");

CREATE INDEX "ix_events_programme_id_day" ON "events" ("programme_id", "day");

CREATE INDEX "ix_events_series_id_series_number" ON "events" ("series_id", "series_number");

CREATE INDEX "ix_events_state_starts_at" ON "events" ("state", "starts_at");

CREATE INDEX "ix_events_territory_id" ON "events" ("territory_id");

CREATE INDEX "ix_events_unit_id_day" ON "events" ("unit_id", "day");
