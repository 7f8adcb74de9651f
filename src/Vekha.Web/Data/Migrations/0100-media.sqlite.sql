CREATE TABLE "media_channels" (
    "key" TEXT NOT NULL CONSTRAINT "pk_media_channels" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "hosts" TEXT NOT NULL,
    "banned_for" TEXT NULL,
    "law" TEXT NULL,
    "law_says" TEXT NULL
);

CREATE TABLE "media_plans" (
    "id" TEXT NOT NULL CONSTRAINT "pk_media_plans" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NULL,
    "measure_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "hashtag" TEXT NULL,
    "needs_approval" INTEGER NOT NULL,
    "partial" TEXT NULL,
    "channels" TEXT NOT NULL,
    CONSTRAINT "fk_media_plans_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_media_plans_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_media_plans_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "publications" (
    "id" TEXT NOT NULL CONSTRAINT "pk_publications" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "media_plan_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "measure_id" TEXT NULL,
    "assignment_id" TEXT NULL,
    "object_id" TEXT NULL,
    "object_name" TEXT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "unit_id" TEXT NULL,
    "responsible" TEXT NULL,
    "due" TEXT NULL,
    "due_why" TEXT NULL,
    "state" TEXT NOT NULL,
    "out_on" TEXT NULL,
    "link" TEXT NULL,
    "issue" TEXT NULL,
    "reach" INTEGER NULL,
    "is_by_others" INTEGER NOT NULL,
    "checked_by" TEXT NULL,
    "checked_on" TEXT NULL,
    "gone_on" TEXT NULL,
    "gone_seen_by" TEXT NULL,
    "text_number" INTEGER NOT NULL,
    "approved_text" INTEGER NULL,
    "submitted_by_id" TEXT NULL,
    "submitted_by" TEXT NULL,
    "submitted_on" TEXT NULL,
    "decided_by" TEXT NULL,
    "decided_on" TEXT NULL,
    "remark" TEXT NULL,
    CONSTRAINT "fk_publications_assignments_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_publications_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_publications_media_plans_media_plan_id" FOREIGN KEY ("media_plan_id") REFERENCES "media_plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_publications_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "publication_files" (
    "id" TEXT NOT NULL CONSTRAINT "pk_publication_files" PRIMARY KEY,
    "publication_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "fk_publication_files_publications_publication_id" FOREIGN KEY ("publication_id") REFERENCES "publications" ("id") ON DELETE CASCADE
);

CREATE TABLE "publication_texts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_publication_texts" PRIMARY KEY,
    "publication_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "fk_publication_texts_publications_publication_id" FOREIGN KEY ("publication_id") REFERENCES "publications" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_media_plans_measure_id" ON "media_plans" ("measure_id");

CREATE INDEX "ix_media_plans_plan_id" ON "media_plans" ("plan_id");

CREATE INDEX "ix_media_plans_programme_id" ON "media_plans" ("programme_id");

CREATE INDEX "ix_media_plans_unit_id" ON "media_plans" ("unit_id");

CREATE INDEX "ix_publication_files_publication_id" ON "publication_files" ("publication_id");

CREATE UNIQUE INDEX "ix_publication_texts_publication_id_number" ON "publication_texts" ("publication_id", "number");

CREATE UNIQUE INDEX "ix_publications_assignment_id_channel" ON "publications" ("assignment_id", "channel");

CREATE INDEX "ix_publications_measure_id" ON "publications" ("measure_id");

CREATE INDEX "ix_publications_media_plan_id_out_on" ON "publications" ("media_plan_id", "out_on");

CREATE INDEX "ix_publications_media_plan_id_state_due" ON "publications" ("media_plan_id", "state", "due");

CREATE INDEX "ix_publications_task_id" ON "publications" ("task_id");

CREATE INDEX "ix_publications_unit_id_state" ON "publications" ("unit_id", "state");
