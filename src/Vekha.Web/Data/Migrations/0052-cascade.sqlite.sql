ALTER TABLE "assignments" ADD COLUMN "parent_id" TEXT NULL CONSTRAINT "fk_assignments_assignments_parent_id" REFERENCES "assignments" ("id") ON DELETE RESTRICT;

ALTER TABLE "assignments" ADD COLUMN "territory" TEXT NULL;

ALTER TABLE "assignments" ADD COLUMN "is_optional" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "assignments" ADD COLUMN "inner_unit_id" TEXT NULL;

ALTER TABLE "assignments" ADD COLUMN "buffer_days" INTEGER NULL;

ALTER TABLE "assignments" ADD COLUMN "local_title" TEXT NULL;

ALTER TABLE "assignments" ADD COLUMN "taken_control" TEXT NULL;

ALTER TABLE "assignments" ADD COLUMN "taken_title" TEXT NULL;

CREATE TABLE "cascades" (
    "id" TEXT NOT NULL CONSTRAINT "pk_cascades" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "plan_id" TEXT NOT NULL,
    "buffer_days" INTEGER NOT NULL,
    "groups" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "made" INTEGER NOT NULL,
    CONSTRAINT "fk_cascades_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "sub_plans" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sub_plans" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_sub_plans_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sub_plans_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_assignments_parent_id_organisation_id" ON "assignments" ("parent_id", "organisation_id");

CREATE INDEX "ix_cascades_plan_id" ON "cascades" ("plan_id");

CREATE INDEX "ix_cascades_state" ON "cascades" ("state");

CREATE UNIQUE INDEX "ix_sub_plans_assignment_id_plan_id" ON "sub_plans" ("assignment_id", "plan_id");

CREATE INDEX "ix_sub_plans_plan_id" ON "sub_plans" ("plan_id");
