-- How many may register from one address within an hour.
ALTER TABLE "events" ADD COLUMN "per_address" INTEGER;

CREATE TABLE "event_form_requests" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_form_requests" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "venue" TEXT NULL,
    "link" TEXT NULL,
    "ground" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "asked_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT NULL,
    CONSTRAINT "fk_event_form_requests_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_host_links" (
    "event_id" TEXT NOT NULL CONSTRAINT "pk_event_host_links" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "fk_event_host_links_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_registrations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_registrations" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NULL,
    "email_key" TEXT NULL,
    "phone" TEXT NULL,
    "organisation" TEXT NULL,
    "post" TEXT NULL,
    "tag" TEXT NULL,
    "seats" INTEGER NOT NULL,
    "is_child" INTEGER NOT NULL,
    "address_hash" TEXT NULL,
    "left_at" TEXT NULL,
    "moved_up_at" TEXT NULL,
    "checked_in_at" TEXT NULL,
    "checked_in_by" TEXT NULL,
    "reminded_at" TEXT NULL,
    "erased_on" TEXT NULL,
    CONSTRAINT "fk_event_registrations_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_event_form_requests_event_id_state" ON "event_form_requests" ("event_id", "state");

CREATE UNIQUE INDEX "ix_event_host_links_secret_hash" ON "event_host_links" ("secret_hash");

CREATE INDEX "ix_event_registrations_event_id_address_hash_at" ON "event_registrations" ("event_id", "address_hash", "at");

CREATE UNIQUE INDEX "ix_event_registrations_event_id_code" ON "event_registrations" ("event_id", "code");

CREATE UNIQUE INDEX "ix_event_registrations_event_id_email_key" ON "event_registrations" ("event_id", "email_key");

CREATE INDEX "ix_event_registrations_event_id_state_turn" ON "event_registrations" ("event_id", "state", "turn");

CREATE INDEX "ix_event_registrations_programme_id_erased_on" ON "event_registrations" ("programme_id", "erased_on");
