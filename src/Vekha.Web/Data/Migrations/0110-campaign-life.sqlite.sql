ALTER TABLE "campaigns" ADD COLUMN "closed_on" TEXT NULL;

ALTER TABLE "campaigns" ADD COLUMN "closed_by" TEXT NULL;

ALTER TABLE "campaigns" ADD COLUMN "closed_ground" TEXT NULL;
