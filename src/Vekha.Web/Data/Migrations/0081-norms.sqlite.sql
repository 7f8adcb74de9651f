CREATE TABLE "norms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_norms" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "measure_id" TEXT NULL,
    "phase" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "at_least" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_key" TEXT NOT NULL,
    "per" TEXT NOT NULL,
    "per_kind" TEXT NULL,
    "per_key" TEXT NULL,
    "rhythm" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "whole_programme" INTEGER NOT NULL,
    CONSTRAINT "fk_norms_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_norms_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_norms_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "norm_tallies" (
    "norm_id" TEXT NOT NULL,
    "opens" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    CONSTRAINT "pk_norm_tallies" PRIMARY KEY ("norm_id", "opens", "subject_id"),
    CONSTRAINT "fk_norm_tallies_norms_norm_id" FOREIGN KEY ("norm_id") REFERENCES "norms" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_norms_measure_id" ON "norms" ("measure_id");

CREATE INDEX "ix_norms_plan_id" ON "norms" ("plan_id");

CREATE INDEX "ix_norms_programme_id_unit_key_phase" ON "norms" ("programme_id", "unit_key", "phase");
