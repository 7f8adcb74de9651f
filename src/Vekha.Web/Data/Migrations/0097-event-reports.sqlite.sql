CREATE TABLE "event_attachments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_attachments" PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "caption" TEXT NULL,
    "consent" TEXT NULL,
    "at" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    CONSTRAINT "fk_event_attachments_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_event_attachments_files_file_id" FOREIGN KEY ("file_id") REFERENCES "files" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_reports" (
    "event_id" TEXT NOT NULL CONSTRAINT "pk_event_reports" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "text" TEXT NULL,
    "recommendations" TEXT NULL,
    "sent_on" TEXT NULL,
    "sent_by" TEXT NULL,
    "returned_why" TEXT NULL,
    "returned_on" TEXT NULL,
    CONSTRAINT "fk_event_reports_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "feedback_answers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_feedback_answers" PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "registration_id" TEXT NULL,
    "given" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_feedback_answers_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "feedback_forms" (
    "event_id" TEXT NOT NULL CONSTRAINT "pk_feedback_forms" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "questions" TEXT NOT NULL,
    "one_per_person" INTEGER NOT NULL,
    "closed_on" TEXT NULL,
    CONSTRAINT "fk_feedback_forms_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_certificates" (
    "registration_id" TEXT NOT NULL CONSTRAINT "pk_event_certificates" PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    CONSTRAINT "fk_event_certificates_event_registrations_registration_id" FOREIGN KEY ("registration_id") REFERENCES "event_registrations" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_event_attachments_event_id_kind" ON "event_attachments" ("event_id", "kind");

CREATE INDEX "ix_event_attachments_file_id" ON "event_attachments" ("file_id");

CREATE INDEX "ix_event_certificates_event_id" ON "event_certificates" ("event_id");

CREATE UNIQUE INDEX "ix_event_certificates_programme_id_year_number" ON "event_certificates" ("programme_id", "year", "number");

CREATE UNIQUE INDEX "ix_feedback_answers_event_id_registration_id" ON "feedback_answers" ("event_id", "registration_id");

CREATE UNIQUE INDEX "ix_feedback_forms_code" ON "feedback_forms" ("code");
