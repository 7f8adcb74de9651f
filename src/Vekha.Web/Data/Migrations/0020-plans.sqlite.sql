CREATE TABLE "programmes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_programmes" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "territory" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "shown_on" TEXT NULL,
    "is_public" INTEGER NOT NULL,
    CONSTRAINT "fk_programmes_organisations_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "plans" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans" PRIMARY KEY,
    "is_approved" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "abbreviations" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "approver_post" TEXT NULL,
    "approver_name" TEXT NULL,
    "approval_written" TEXT NULL,
    "source_file_id" TEXT NULL,
    "repeated_from_id" TEXT NULL,
    CONSTRAINT "fk_plans_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "plan_versions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plan_versions" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "approved_on" TEXT NOT NULL,
    "act" TEXT NULL,
    "post" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_plan_versions_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);

CREATE TABLE "stages" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stages" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NULL,
    "code" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "deadline_text" TEXT NULL,
    "deadlines" TEXT NOT NULL,
    CONSTRAINT "fk_stages_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);

CREATE TABLE "measures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_measures" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "stage_id" TEXT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "raw_title" TEXT NULL,
    "deadline_text" TEXT NULL,
    "deadlines" TEXT NOT NULL,
    "deadline_class" TEXT NOT NULL,
    "deadline_inherited" INTEGER NOT NULL,
    "every_executor_answers" INTEGER NOT NULL,
    "norms" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "note" TEXT NULL,
    "linked_plan_id" TEXT NULL,
    CONSTRAINT "fk_measures_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_measures_stages_stage_id" FOREIGN KEY ("stage_id") REFERENCES "stages" ("id")
);

CREATE TABLE "assignments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_assignments" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    "executor_id" TEXT NULL,
    "executor_name" TEXT NOT NULL,
    "organisation_id" TEXT NULL,
    "person_id" TEXT NULL,
    "answers" INTEGER NOT NULL,
    "by_consent" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "occurrence" TEXT NULL,
    "start" TEXT NULL,
    "nominal" TEXT NULL,
    "first_control" TEXT NULL,
    "control" TEXT NULL,
    "by_opposite_rule" TEXT NULL,
    "explanation" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "put_on_control_on" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    CONSTRAINT "fk_assignments_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assignments_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "deliverables" (
    "id" TEXT NOT NULL CONSTRAINT "pk_deliverables" PRIMARY KEY,
    "measure_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    CONSTRAINT "fk_deliverables_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE CASCADE
);

CREATE TABLE "measure_executors" (
    "id" TEXT NOT NULL CONSTRAINT "pk_measure_executors" PRIMARY KEY,
    "measure_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by_consent" INTEGER NOT NULL,
    "organisation_id" TEXT NULL,
    "person_id" TEXT NULL,
    CONSTRAINT "fk_measure_executors_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE CASCADE
);

CREATE TABLE "acceptances" (
    "id" TEXT NOT NULL CONSTRAINT "pk_acceptances" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "remark" TEXT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_acceptances_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE TABLE "extensions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_extensions" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_extensions_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE TABLE "releases" (
    "id" TEXT NOT NULL CONSTRAINT "pk_releases" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "as_obsolete" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    CONSTRAINT "fk_releases_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE TABLE "reports" (
    "id" TEXT NOT NULL CONSTRAINT "pk_reports" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "fact_on" TEXT NOT NULL,
    "late_reason" TEXT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_reports_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE TABLE "returns" (
    "id" TEXT NOT NULL CONSTRAINT "pk_returns" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_returns_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE TABLE "report_files" (
    "id" TEXT NOT NULL CONSTRAINT "pk_report_files" PRIMARY KEY,
    "report_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    CONSTRAINT "fk_report_files_reports_report_id" FOREIGN KEY ("report_id") REFERENCES "reports" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_acceptances_assignment_id" ON "acceptances" ("assignment_id");

CREATE INDEX "ix_assignments_measure_id" ON "assignments" ("measure_id");

CREATE INDEX "ix_assignments_organisation_id_phase_control" ON "assignments" ("organisation_id", "phase", "control");

CREATE INDEX "ix_assignments_person_id_phase_control" ON "assignments" ("person_id", "phase", "control");

CREATE INDEX "ix_assignments_plan_id" ON "assignments" ("plan_id");

CREATE INDEX "ix_assignments_programme_id_phase_control" ON "assignments" ("programme_id", "phase", "control");

CREATE INDEX "ix_deliverables_measure_id" ON "deliverables" ("measure_id");

CREATE INDEX "ix_extensions_assignment_id" ON "extensions" ("assignment_id");

CREATE INDEX "ix_measure_executors_measure_id" ON "measure_executors" ("measure_id");

CREATE INDEX "ix_measures_plan_id" ON "measures" ("plan_id");

CREATE INDEX "ix_measures_stage_id" ON "measures" ("stage_id");

CREATE UNIQUE INDEX "ix_plan_versions_plan_id_number" ON "plan_versions" ("plan_id", "number");

CREATE INDEX "ix_plans_programme_id" ON "plans" ("programme_id");

CREATE INDEX "ix_programmes_organisation_id" ON "programmes" ("organisation_id");

CREATE UNIQUE INDEX "ix_releases_assignment_id" ON "releases" ("assignment_id");

CREATE INDEX "ix_report_files_report_id" ON "report_files" ("report_id");

CREATE UNIQUE INDEX "ix_reports_assignment_id_number" ON "reports" ("assignment_id", "number");

CREATE INDEX "ix_returns_assignment_id" ON "returns" ("assignment_id");

CREATE INDEX "ix_stages_plan_id" ON "stages" ("plan_id");
