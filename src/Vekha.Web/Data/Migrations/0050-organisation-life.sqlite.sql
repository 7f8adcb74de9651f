ALTER TABLE "organisations" ADD COLUMN "time_zone_id" TEXT NULL;

ALTER TABLE "reports" ADD COLUMN "author_name" TEXT NULL;

ALTER TABLE "reports" ADD COLUMN "instead_of" TEXT NULL;

CREATE TABLE "successions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_successions" PRIMARY KEY,
    "predecessor_id" TEXT NOT NULL,
    "successor_id" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    CONSTRAINT "fk_successions_organisations_predecessor_id" FOREIGN KEY ("predecessor_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_successions_organisations_successor_id" FOREIGN KEY ("successor_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "unit_lines" (
    "above_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,
    CONSTRAINT "pk_unit_lines" PRIMARY KEY ("above_id", "unit_id"),
    CONSTRAINT "fk_unit_lines_organisations_above_id" FOREIGN KEY ("above_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_unit_lines_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE CASCADE
);

CREATE TABLE "unit_loads" (
    "id" TEXT NOT NULL CONSTRAINT "pk_unit_loads" PRIMARY KEY,
    "file_id" TEXT NOT NULL,
    "under_id" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

CREATE TABLE "headships" (
    "id" TEXT NOT NULL CONSTRAINT "pk_headships" PRIMARY KEY,
    "unit_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "is_deputy" INTEGER NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_headships_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_headships_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "substitutions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_substitutions" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_substitutions_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_substitutions_people_substitute_id" FOREIGN KEY ("substitute_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "hand_overs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_hand_overs" PRIMARY KEY,
    "assignment_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "executor_name" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "fk_hand_overs_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_hand_overs_assignment_id" ON "hand_overs" ("assignment_id");

CREATE INDEX "ix_headships_person_id" ON "headships" ("person_id");

CREATE INDEX "ix_headships_unit_id_from_day" ON "headships" ("unit_id", "from_day");

CREATE INDEX "ix_substitutions_person_id" ON "substitutions" ("person_id");

CREATE INDEX "ix_substitutions_substitute_id_until_day" ON "substitutions" ("substitute_id", "until_day");

CREATE UNIQUE INDEX "ix_successions_predecessor_id_successor_id" ON "successions" ("predecessor_id", "successor_id");

CREATE INDEX "ix_successions_successor_id" ON "successions" ("successor_id");

CREATE INDEX "ix_unit_lines_unit_id_depth" ON "unit_lines" ("unit_id", "depth");

-- Every organisation with itself and all above it, for the tree that is already there.
WITH RECURSIVE line (above_id, unit_id, depth) AS (
    SELECT id, id, 0 FROM organisations
    UNION ALL
    SELECT o.parent_id, l.unit_id, l.depth + 1 FROM line l JOIN organisations o ON o.id = l.above_id WHERE o.parent_id IS NOT NULL
)
INSERT INTO unit_lines (above_id, unit_id, depth) SELECT above_id, unit_id, depth FROM line;
