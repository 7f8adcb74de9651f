-- «Что помешало»: the reason of the short list, as it was worded when it was chosen.
ALTER TABLE "reports" ADD COLUMN "late_kind" TEXT NULL;

ALTER TABLE "report_drafts" ADD COLUMN "late_kind" TEXT NULL;

ALTER TABLE "change_requests" ADD COLUMN "reason_kind" TEXT NULL;
