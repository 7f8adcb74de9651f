CREATE TABLE "delay_reasons" (
    "id" TEXT NOT NULL CONSTRAINT "pk_delay_reasons" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_closed" INTEGER NOT NULL
);

CREATE TABLE "board_views" (
    "id" TEXT NOT NULL CONSTRAINT "pk_board_views" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "unit_id" TEXT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_default" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_board_views_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "delays" (
    "id" TEXT NOT NULL CONSTRAINT "pk_delays" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    "assignment_id" TEXT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    CONSTRAINT "fk_delays_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_board_views_person_id" ON "board_views" ("person_id");

CREATE INDEX "ix_board_views_unit_id" ON "board_views" ("unit_id");

CREATE UNIQUE INDEX "ix_delay_reasons_name" ON "delay_reasons" ("name");

CREATE INDEX "ix_delays_plan_id_on_day" ON "delays" ("plan_id", "on_day");
