CREATE TABLE "change_rules" (
    "programme_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "decider" TEXT NOT NULL,
    "body" TEXT NULL,
    CONSTRAINT "pk_change_rules" PRIMARY KEY ("programme_id", "kind"),
    CONSTRAINT "fk_change_rules_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE CASCADE
);

CREATE TABLE "agreement_rounds" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreement_rounds" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "plan_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text_mark" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "sent_on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    CONSTRAINT "fk_agreement_rounds_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);

CREATE TABLE "agreements" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "round_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" TEXT NULL,
    "word" TEXT NOT NULL,
    "remarks" TEXT NULL,
    "post" TEXT NULL,
    "who" TEXT NULL,
    "said_on" TEXT NULL,
    "at" TEXT NULL,
    "written_by" TEXT NULL,
    "is_taken" INTEGER NULL,
    "answer" TEXT NULL,
    "answered_on" TEXT NULL,
    "answered_by" TEXT NULL,
    CONSTRAINT "fk_agreements_agreement_rounds_round_id" FOREIGN KEY ("round_id") REFERENCES "agreement_rounds" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_agreements_organisations_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "change_requests" (
    "id" TEXT NOT NULL CONSTRAINT "pk_change_requests" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    "assignment_id" TEXT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text_before" TEXT NOT NULL,
    "text_after" TEXT NOT NULL,
    "deadlines" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "control" TEXT NULL,
    "new_control" TEXT NULL,
    "ask_by" TEXT NULL,
    "repeated" INTEGER NOT NULL,
    "filed_on" TEXT NOT NULL,
    "filed_at" TEXT NOT NULL,
    "filed_by_id" TEXT NOT NULL,
    "filed_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decided_on" TEXT NULL,
    "decided_at" TEXT NULL,
    "decided_by_id" TEXT NULL,
    "decided_by" TEXT NULL,
    "ground" TEXT NULL,
    "plan_version" INTEGER NULL,
    CONSTRAINT "fk_change_requests_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_change_requests_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "dependencies" (
    "measure_id" TEXT NOT NULL,
    "after_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    CONSTRAINT "pk_dependencies" PRIMARY KEY ("measure_id", "after_id"),
    CONSTRAINT "fk_dependencies_measures_after_id" FOREIGN KEY ("after_id") REFERENCES "measures" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_dependencies_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_dependencies_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_agreement_rounds_plan_id_number" ON "agreement_rounds" ("plan_id", "number");

CREATE INDEX "ix_agreements_organisation_id_word" ON "agreements" ("organisation_id", "word");

CREATE INDEX "ix_agreements_round_id" ON "agreements" ("round_id");

CREATE INDEX "ix_change_requests_assignment_id" ON "change_requests" ("assignment_id");

CREATE INDEX "ix_change_requests_filed_by_id_state" ON "change_requests" ("filed_by_id", "state");

CREATE INDEX "ix_change_requests_measure_id" ON "change_requests" ("measure_id");

CREATE INDEX "ix_change_requests_plan_id" ON "change_requests" ("plan_id");

CREATE UNIQUE INDEX "ix_change_requests_programme_id_number" ON "change_requests" ("programme_id", "number");

CREATE INDEX "ix_change_requests_programme_id_state_filed_at" ON "change_requests" ("programme_id", "state", "filed_at");

CREATE INDEX "ix_dependencies_after_id" ON "dependencies" ("after_id");

CREATE INDEX "ix_dependencies_plan_id" ON "dependencies" ("plan_id");
