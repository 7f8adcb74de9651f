CREATE TABLE "data_readings" (
    "id" TEXT NOT NULL CONSTRAINT "pk_data_readings" PRIMARY KEY,
    "programme_id" TEXT NOT NULL,
    "subject_id" TEXT NULL,
    "what" TEXT NOT NULL,
    "why" TEXT NULL,
    "link" TEXT NULL,
    "at" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "person_name" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL
);

CREATE TABLE "data_subjects" (
    "id" TEXT NOT NULL CONSTRAINT "pk_data_subjects" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NULL,
    "note" TEXT NULL,
    "is_child" INTEGER NOT NULL,
    "health" TEXT NULL,
    "added_on" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "erased_on" TEXT NULL,
    CONSTRAINT "fk_data_subjects_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_data_subjects_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "destruction_acts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_destruction_acts" PRIMARY KEY,
    "programme_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "operator" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "commission" TEXT NULL,
    "lines" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NULL,
    "by" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    CONSTRAINT "fk_destruction_acts_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "purposes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_purposes" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "ground_words" TEXT NULL,
    "fields" TEXT NOT NULL,
    "keep_months" INTEGER NOT NULL,
    "is_automatic" INTEGER NOT NULL,
    "closed_on" TEXT NULL,
    CONSTRAINT "fk_purposes_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "consent_texts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_consent_texts" PRIMARY KEY,
    "purpose_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "fk_consent_texts_purposes_purpose_id" FOREIGN KEY ("purpose_id") REFERENCES "purposes" ("id") ON DELETE CASCADE
);

CREATE TABLE "data_holdings" (
    "id" TEXT NOT NULL CONSTRAINT "pk_data_holdings" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "purpose_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "withdrawn_on" TEXT NULL,
    "ends_on" TEXT NOT NULL,
    "act_id" TEXT NULL,
    CONSTRAINT "fk_data_holdings_purposes_purpose_id" FOREIGN KEY ("purpose_id") REFERENCES "purposes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "consents" (
    "id" TEXT NOT NULL CONSTRAINT "pk_consents" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "purpose_id" TEXT NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_number" INTEGER NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "ip" TEXT NULL,
    "parent_name" TEXT NULL,
    "scan_id" TEXT NULL,
    "paper_place" TEXT NULL,
    "written_by_id" TEXT NULL,
    "written_by" TEXT NULL,
    "terms" TEXT NOT NULL,
    "withdrawn_on" TEXT NULL,
    "withdrawn_at" TEXT NULL,
    "withdrawn_how" TEXT NULL,
    "destroyed_on" TEXT NULL,
    CONSTRAINT "fk_consents_consent_texts_text_id" FOREIGN KEY ("text_id") REFERENCES "consent_texts" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_consents_files_scan_id" FOREIGN KEY ("scan_id") REFERENCES "files" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_consents_purposes_purpose_id" FOREIGN KEY ("purpose_id") REFERENCES "purposes" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_consent_texts_purpose_id_number" ON "consent_texts" ("purpose_id", "number");

CREATE INDEX "ix_consents_purpose_id" ON "consents" ("purpose_id");

CREATE INDEX "ix_consents_scan_id" ON "consents" ("scan_id");

CREATE INDEX "ix_consents_subject_id_purpose_id" ON "consents" ("subject_id", "purpose_id");

CREATE INDEX "ix_consents_text_id" ON "consents" ("text_id");

CREATE INDEX "ix_data_holdings_programme_id_act_id_ends_on" ON "data_holdings" ("programme_id", "act_id", "ends_on");

CREATE INDEX "ix_data_holdings_purpose_id" ON "data_holdings" ("purpose_id");

CREATE UNIQUE INDEX "ix_data_holdings_subject_id_purpose_id" ON "data_holdings" ("subject_id", "purpose_id");

CREATE INDEX "ix_data_readings_programme_id_at" ON "data_readings" ("programme_id", "at");

CREATE INDEX "ix_data_readings_subject_id" ON "data_readings" ("subject_id");

CREATE INDEX "ix_data_subjects_programme_id_unit_id_kind" ON "data_subjects" ("programme_id", "unit_id", "kind");

CREATE INDEX "ix_data_subjects_unit_id" ON "data_subjects" ("unit_id");

CREATE UNIQUE INDEX "ix_destruction_acts_programme_id_number" ON "destruction_acts" ("programme_id", "number");

CREATE INDEX "ix_purposes_programme_id_use" ON "purposes" ("programme_id", "use");
