CREATE TABLE "files" (
    "id" TEXT NOT NULL CONSTRAINT "pk_files" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "person_id" TEXT NULL
);

CREATE TABLE "form_keys" (
    "key" TEXT NOT NULL CONSTRAINT "pk_form_keys" PRIMARY KEY,
    "at" TEXT NOT NULL,
    "location" TEXT NULL
);

CREATE TABLE "journal" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_journal" PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "person_name" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "ground" TEXT NULL,
    "before" TEXT NULL,
    "after" TEXT NULL
);

CREATE TABLE "organisations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "territory" TEXT NULL,
    "parent_id" TEXT NULL,
    "lives_from" TEXT NULL,
    "lives_until" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_organisations_organisations_parent_id" FOREIGN KEY ("parent_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "people" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people" PRIMARY KEY,
    "full_name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "email" TEXT NULL,
    "phone" TEXT NULL,
    "is_demo" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_people_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "accounts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "normalized_login" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NOT NULL,
    "access_failed_count" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "last_sign_in_at" TEXT NULL,
    "disabled_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_accounts_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "invitations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_invitations" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "accepted_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_invitations_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "roles" (
    "id" TEXT NOT NULL CONSTRAINT "pk_roles" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "granted_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "fk_roles_organisations_unit_id" FOREIGN KEY ("unit_id") REFERENCES "organisations" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roles_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_accounts_normalized_login" ON "accounts" ("normalized_login");

CREATE UNIQUE INDEX "ix_accounts_person_id" ON "accounts" ("person_id");

CREATE INDEX "ix_files_sha256" ON "files" ("sha256");

CREATE INDEX "ix_form_keys_at" ON "form_keys" ("at");

CREATE INDEX "ix_invitations_person_id" ON "invitations" ("person_id");

CREATE UNIQUE INDEX "ix_invitations_token_hash" ON "invitations" ("token_hash");

CREATE INDEX "ix_journal_subject_subject_id" ON "journal" ("subject", "subject_id");

CREATE INDEX "ix_organisations_parent_id" ON "organisations" ("parent_id");

CREATE INDEX "ix_people_unit_id" ON "people" ("unit_id");

CREATE INDEX "ix_roles_person_id" ON "roles" ("person_id");

CREATE INDEX "ix_roles_unit_id" ON "roles" ("unit_id");
