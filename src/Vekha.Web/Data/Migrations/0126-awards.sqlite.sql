CREATE TABLE "award_lists" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "measure_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "event_id" TEXT NULL,
    "title" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "ground" TEXT NULL,
    "merit" TEXT NULL,
    "act" TEXT NOT NULL,
    "sign_post" TEXT NOT NULL,
    "sign_name" TEXT NULL,
    "control" TEXT NULL,
    CONSTRAINT "pk_award_lists" PRIMARY KEY ("id"),
    CONSTRAINT "fk_award_lists_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_award_lists_measures_measure_id" FOREIGN KEY ("measure_id") REFERENCES "measures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_award_lists_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_award_lists_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "awards" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "list_id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "is_organisation" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_dative" TEXT NULL,
    "post" TEXT NULL,
    "nominator" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "merit" TEXT NOT NULL,
    "object_id" TEXT NULL,
    "object_name" TEXT NULL,
    "state" TEXT NOT NULL,
    "agreed_on" TEXT NULL,
    "agreed_by" TEXT NULL,
    "act_number" TEXT NULL,
    "act_on" TEXT NULL,
    "handed_on" TEXT NULL,
    "event_id" TEXT NULL,
    "declined_why" TEXT NULL,
    "consent_on" TEXT NULL,
    "erased_on" TEXT NULL,
    CONSTRAINT "pk_awards" PRIMARY KEY ("id"),
    CONSTRAINT "fk_awards_award_lists_list_id" FOREIGN KEY ("list_id") REFERENCES "award_lists" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_awards_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_awards_registry_objects_object_id" FOREIGN KEY ("object_id") REFERENCES "registry_objects" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_award_lists_event_id" ON "award_lists" ("event_id");

CREATE INDEX "ix_award_lists_measure_id" ON "award_lists" ("measure_id");

CREATE INDEX "ix_award_lists_programme_id" ON "award_lists" ("programme_id");

CREATE INDEX "ix_award_lists_unit_id" ON "award_lists" ("unit_id");

CREATE INDEX "ix_awards_event_id" ON "awards" ("event_id");

CREATE INDEX "ix_awards_list_id_state" ON "awards" ("list_id", "state");

CREATE INDEX "ix_awards_object_id" ON "awards" ("object_id");

CREATE INDEX "ix_awards_programme_id_erased_on" ON "awards" ("programme_id", "erased_on");
