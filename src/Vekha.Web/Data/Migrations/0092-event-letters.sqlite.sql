CREATE TABLE "event_letter_templates" (
    "event_id" TEXT NOT NULL CONSTRAINT "pk_event_letter_templates" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "support" TEXT NULL,
    "number_index" TEXT NULL,
    "sign_post" TEXT NOT NULL,
    "sign_name" TEXT NULL,
    CONSTRAINT "fk_event_letter_templates_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "event_letters" (
    "id" TEXT NOT NULL CONSTRAINT "pk_event_letters" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "person" TEXT NULL,
    "email" TEXT NULL,
    "year" INTEGER NULL,
    "number" INTEGER NULL,
    "number_words" TEXT NULL,
    "registered_on" TEXT NULL,
    "subject" TEXT NULL,
    "body" TEXT NULL,
    "sign_post" TEXT NULL,
    "sign_name" TEXT NULL,
    "sent_on" TEXT NULL,
    "sent_how" TEXT NULL,
    "reply" TEXT NOT NULL,
    "replied_on" TEXT NULL,
    "reply_note" TEXT NULL,
    CONSTRAINT "fk_event_letters_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_event_letters_event_id" ON "event_letters" ("event_id");

CREATE UNIQUE INDEX "ix_event_letters_programme_id_year_number" ON "event_letters" ("programme_id", "year", "number");
