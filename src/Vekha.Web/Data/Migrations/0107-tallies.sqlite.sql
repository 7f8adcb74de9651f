-- Numbers that grow with every change of a kind of thing: what a process remembers under another number is stale.
CREATE TABLE "stamps" (
    "name" TEXT NOT NULL CONSTRAINT "pk_stamps" PRIMARY KEY,
    "value" INTEGER NOT NULL
);

-- How many open assignments of a programme fall due on a day; kept in step in the transaction that changes an assignment.
CREATE TABLE "due_tallies" (
    "programme_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "pk_due_tallies" PRIMARY KEY ("programme_id", "kind", "day"),
    CONSTRAINT "fk_due_tallies_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE CASCADE
);

INSERT INTO "due_tallies" ("programme_id", "kind", "day", "count")
SELECT "programme_id", 'due', "control", count(*) FROM "assignments"
WHERE "phase" IN ('Open', 'Returned') AND "kind" = 'Dated' AND "control" IS NOT NULL AND "answers" = 1 GROUP BY "programme_id", "control";

INSERT INTO "due_tallies" ("programme_id", "kind", "day", "count")
SELECT "programme_id", 'part', "control", count(*) FROM "assignments"
WHERE "phase" IN ('Open', 'Returned') AND "kind" = 'Dated' AND "control" IS NOT NULL AND "answers" = 0 AND "inner_unit_id" IS NULL GROUP BY "programme_id", "control";

INSERT INTO "due_tallies" ("programme_id", "kind", "day", "count")
SELECT "programme_id", 'sent', COALESCE("control", '9999-12-31'), count(*) FROM "assignments"
WHERE "phase" = 'Submitted' AND "inner_unit_id" IS NULL GROUP BY "programme_id", COALESCE("control", '9999-12-31');

CREATE INDEX "ix_assignments_by_day" ON "assignments" ("answers", "control", "id", "programme_id") WHERE "phase" IN ('Open', 'Returned') AND "kind" = 'Dated';
