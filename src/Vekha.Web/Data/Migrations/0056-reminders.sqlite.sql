CREATE TABLE "calendar_feeds" (
    "id" TEXT NOT NULL CONSTRAINT "pk_calendar_feeds" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "notice_settings" (
    "person_id" TEXT NOT NULL CONSTRAINT "pk_notice_settings" PRIMARY KEY,
    "by_mail" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "ahead" INTEGER NOT NULL,
    "of_others" INTEGER NOT NULL,
    "quiet_days" TEXT NOT NULL,
    "quiet_from" TEXT NULL,
    "quiet_until" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "notices" (
    "id" TEXT NOT NULL CONSTRAINT "pk_notices" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "control" TEXT NULL,
    "at" TEXT NOT NULL,
    "read_at" TEXT NULL,
    "digested_at" TEXT NULL
);

CREATE TABLE "reminder_rhythms" (
    "scope_id" TEXT NOT NULL CONSTRAINT "pk_reminder_rhythms" PRIMARY KEY,
    "rhythm" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "reminder_rounds" (
    "programme_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_reminder_rounds" PRIMARY KEY ("programme_id", "day")
);

CREATE UNIQUE INDEX "ix_calendar_feeds_owner_id_scope_scope_id" ON "calendar_feeds" ("owner_id", "scope", "scope_id");

CREATE UNIQUE INDEX "ix_calendar_feeds_secret_hash" ON "calendar_feeds" ("secret_hash");

CREATE INDEX "ix_notices_digested_at_person_id" ON "notices" ("digested_at", "person_id");

CREATE UNIQUE INDEX "ix_notices_person_id_day_subject_id" ON "notices" ("person_id", "day", "subject_id");

CREATE INDEX "ix_notices_person_id_read_at" ON "notices" ("person_id", "read_at");

CREATE INDEX "ix_notices_programme_id_day" ON "notices" ("programme_id", "day");
