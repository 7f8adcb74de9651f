CREATE TABLE "campaigns" (
    "id" TEXT NOT NULL CONSTRAINT "pk_campaigns" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "date_words" TEXT NULL,
    "started_on" TEXT NULL,
    "started_by" TEXT NULL,
    CONSTRAINT "fk_campaigns_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_campaigns_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "campaign_dates" (
    "id" TEXT NOT NULL CONSTRAINT "pk_campaign_dates" PRIMARY KEY,
    "campaign_id" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "nominal" TEXT NOT NULL,
    "opens" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "fk_campaign_dates_campaigns_campaign_id" FOREIGN KEY ("campaign_id") REFERENCES "campaigns" ("id") ON DELETE CASCADE
);

CREATE TABLE "campaign_units" (
    "campaign_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "district" TEXT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_campaign_units" PRIMARY KEY ("campaign_id", "unit_id"),
    CONSTRAINT "fk_campaign_units_campaigns_campaign_id" FOREIGN KEY ("campaign_id") REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_campaign_units_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "form_reports" (
    "id" TEXT NOT NULL CONSTRAINT "pk_form_reports" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "date_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "opens" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "confirmed" TEXT NOT NULL,
    "draft_at" TEXT NULL,
    CONSTRAINT "fk_form_reports_campaign_dates_date_id" FOREIGN KEY ("date_id") REFERENCES "campaign_dates" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_form_reports_campaigns_campaign_id" FOREIGN KEY ("campaign_id") REFERENCES "campaigns" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_form_reports_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "campaign_measures" (
    "campaign_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    CONSTRAINT "pk_campaign_measures" PRIMARY KEY ("campaign_id", "measure_id"),
    CONSTRAINT "fk_campaign_measures_campaigns_campaign_id" FOREIGN KEY ("campaign_id") REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_campaign_measures_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT
);

CREATE TABLE "form_acts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_form_acts" PRIMARY KEY,
    "report_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by_name" TEXT NOT NULL,
    "reason" TEXT NULL,
    "sent_values" TEXT NULL,
    "confirmed" TEXT NOT NULL,
    "cell" TEXT NULL,
    "value_before" TEXT NULL,
    "value_after" TEXT NULL,
    CONSTRAINT "fk_form_acts_form_reports_report_id" FOREIGN KEY ("report_id") REFERENCES "form_reports" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_campaign_dates_campaign_id_due" ON "campaign_dates" ("campaign_id", "due");

CREATE INDEX "ix_campaign_measures_measure_id" ON "campaign_measures" ("measure_id");

CREATE INDEX "ix_campaign_units_unit_id" ON "campaign_units" ("unit_id");

CREATE INDEX "ix_campaigns_plan_id" ON "campaigns" ("plan_id");

CREATE INDEX "ix_campaigns_programme_id" ON "campaigns" ("programme_id");

CREATE UNIQUE INDEX "ix_form_acts_report_id_number" ON "form_acts" ("report_id", "number");

CREATE INDEX "ix_form_reports_campaign_id_due" ON "form_reports" ("campaign_id", "due");

CREATE UNIQUE INDEX "ix_form_reports_date_id_unit_id" ON "form_reports" ("date_id", "unit_id");

CREATE INDEX "ix_form_reports_unit_id_phase_due" ON "form_reports" ("unit_id", "phase", "due");
