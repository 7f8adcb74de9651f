CREATE TABLE "sites" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sites" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "programme_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "card_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    CONSTRAINT "fk_sites_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sites_programmes_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programmes" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sites_registry_objects_card_id" FOREIGN KEY ("card_id") REFERENCES "registry_objects" ("id") ON DELETE RESTRICT
);

CREATE TABLE "site_invitations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_site_invitations" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "site_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "is_accepted" INTEGER NULL,
    "reason" TEXT NULL,
    CONSTRAINT "fk_site_invitations_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_site_invitations_sites_site_id" FOREIGN KEY ("site_id") REFERENCES "sites" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_site_invitations_person_id" ON "site_invitations" ("person_id");

CREATE INDEX "ix_site_invitations_site_id" ON "site_invitations" ("site_id");

CREATE UNIQUE INDEX "ix_site_invitations_token_hash" ON "site_invitations" ("token_hash");

CREATE INDEX "ix_sites_card_id" ON "sites" ("card_id");

CREATE UNIQUE INDEX "ix_sites_programme_id_unit_id" ON "sites" ("programme_id", "unit_id");

CREATE INDEX "ix_sites_unit_id" ON "sites" ("unit_id");
