CREATE TABLE "jobs" (
    "name" TEXT NOT NULL CONSTRAINT "pk_jobs" PRIMARY KEY,
    "fence" INTEGER NOT NULL,
    "holder" TEXT NULL,
    "lease_until" TEXT NULL,
    "next_at" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "finished_at" TEXT NULL,
    "result" TEXT NULL,
    "failure" TEXT NULL,
    "failures" INTEGER NOT NULL
);

CREATE TABLE "letters" (
    "id" TEXT NOT NULL CONSTRAINT "pk_letters" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribe" TEXT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "next_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "tried_again_at" TEXT NULL,
    "failure" TEXT NULL,
    "fence" INTEGER NOT NULL
);

CREATE TABLE "mail_settings" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_mail_settings" PRIMARY KEY,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "use_tls" INTEGER NOT NULL,
    "login" TEXT NULL,
    "protected_password" TEXT NULL,
    "sender" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "is_on" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "ix_letters_key" ON "letters" ("key");

CREATE INDEX "ix_letters_state_next_at" ON "letters" ("state", "next_at");
