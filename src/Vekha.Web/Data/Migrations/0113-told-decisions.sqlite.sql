CREATE TABLE "journal_cursors" (
    "name" TEXT NOT NULL CONSTRAINT "pk_journal_cursors" PRIMARY KEY,
    "entry" INTEGER NOT NULL
);

ALTER TABLE "notice_settings" ADD COLUMN "decisions" INTEGER NOT NULL DEFAULT 1;
