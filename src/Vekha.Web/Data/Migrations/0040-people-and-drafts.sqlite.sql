CREATE TABLE "appointments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_appointments" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL,
    "ground" TEXT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_appointments_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_appointments_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE CASCADE
);

CREATE TABLE "report_drafts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_report_drafts" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "assignment_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fact_on" TEXT NULL,
    "late_reason" TEXT NULL,
    "files" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_report_drafts_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_appointments_person_id" ON "appointments" ("person_id");

CREATE UNIQUE INDEX "ix_appointments_programme_id_role_person_id_since" ON "appointments" ("programme_id", "role", "person_id", "since");

CREATE UNIQUE INDEX "ix_report_drafts_assignment_id" ON "report_drafts" ("assignment_id");
