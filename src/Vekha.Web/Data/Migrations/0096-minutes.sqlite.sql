CREATE TABLE "minutes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_minutes" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "event_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "place" TEXT NULL,
    "chair_post" TEXT NULL,
    "chair_name" TEXT NULL,
    "secretary" TEXT NULL,
    "present" TEXT NOT NULL,
    "invited" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "noted" TEXT NULL,
    "resolved" TEXT NULL,
    "organisers" TEXT NULL,
    "people" INTEGER NULL,
    "recommendations" TEXT NOT NULL,
    "vote" TEXT NULL,
    "number" INTEGER NULL,
    "year" INTEGER NOT NULL,
    "signed_on" TEXT NULL,
    "plan_id" TEXT NULL,
    CONSTRAINT "fk_minutes_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_minutes_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_minutes_event_id" ON "minutes" ("event_id");

CREATE INDEX "ix_minutes_plan_id" ON "minutes" ("plan_id");

CREATE UNIQUE INDEX "ix_minutes_programme_id_kind_year_number" ON "minutes" ("programme_id", "kind", "year", "number");
