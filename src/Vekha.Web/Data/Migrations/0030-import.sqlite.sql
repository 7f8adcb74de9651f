CREATE TABLE "imports" (
    "id" TEXT NOT NULL CONSTRAINT "pk_imports" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "year" INTEGER NULL,
    "uploaded_at" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_by_id" TEXT NULL,
    "state" TEXT NOT NULL,
    "taken_until" TEXT NULL,
    "problems" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "source_text" TEXT NULL,
    "draft_text" TEXT NULL,
    "review_text" TEXT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "plan_id" TEXT NULL,
    CONSTRAINT "fk_imports_files_file_id" FOREIGN KEY ("file_id") REFERENCES "files" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_imports_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_imports_file_id" ON "imports" ("file_id");

CREATE INDEX "ix_imports_programme_id_sha256" ON "imports" ("programme_id", "sha256");

CREATE INDEX "ix_imports_state" ON "imports" ("state");
