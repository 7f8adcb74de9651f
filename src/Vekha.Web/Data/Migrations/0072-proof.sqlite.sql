ALTER TABLE "measures" ADD COLUMN "proof_set" TEXT NULL;

ALTER TABLE "reports" ADD COLUMN "given" TEXT NULL;

ALTER TABLE "report_drafts" ADD COLUMN "given" TEXT NULL;
