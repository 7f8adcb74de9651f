CREATE TABLE "remembered" (
    "id" TEXT NOT NULL CONSTRAINT "pk_remembered" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "fk_remembered_organisations_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisations" ("id") ON DELETE CASCADE
);

ALTER TABLE "plans" ADD COLUMN "approval_act" TEXT NULL;

ALTER TABLE "measures" ADD COLUMN "added_on" TEXT NULL;

ALTER TABLE "measures" ADD COLUMN "removed_on" TEXT NULL;

CREATE TABLE "term_changes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_term_changes" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "from" TEXT NULL,
    "from_nominal" TEXT NULL,
    "from_start" TEXT NULL,
    "control" TEXT NULL,
    "nominal" TEXT NULL,
    "start" TEXT NULL,
    "plan_version" INTEGER NOT NULL,
    "ground" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_term_changes_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE TABLE "consent_replies" (
    "id" TEXT NOT NULL CONSTRAINT "pk_consent_replies" PRIMARY KEY,
    "executor_id" TEXT NOT NULL,
    "agrees" INTEGER NOT NULL,
    "words" TEXT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_consent_replies_measure_executors_executor_id" FOREIGN KEY ("executor_id") REFERENCES "measure_executors" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_consent_replies_executor_id" ON "consent_replies" ("executor_id");

CREATE UNIQUE INDEX "ix_remembered_organisation_id_kind_key" ON "remembered" ("organisation_id", "kind", "key");

CREATE INDEX "ix_term_changes_assignment_id" ON "term_changes" ("assignment_id");
