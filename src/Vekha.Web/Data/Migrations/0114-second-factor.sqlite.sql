ALTER TABLE "accounts" ADD COLUMN "factor_since" TEXT NULL;

ALTER TABLE "accounts" ADD COLUMN "factor_key" TEXT NULL;

ALTER TABLE "accounts" ADD COLUMN "spare_codes" TEXT NULL;

ALTER TABLE "accounts" ADD COLUMN "used_code" TEXT NULL;

CREATE TABLE "factor_rules" (
    "role" TEXT NOT NULL CONSTRAINT "pk_factor_rules" PRIMARY KEY,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL
);
