CREATE TABLE calendar_feeds (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    scope text NOT NULL,
    scope_id uuid NOT NULL,
    secret_hash text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_calendar_feeds PRIMARY KEY (id)
);

CREATE TABLE notice_settings (
    person_id uuid NOT NULL,
    by_mail boolean NOT NULL,
    hour integer NOT NULL,
    ahead boolean NOT NULL,
    of_others boolean NOT NULL,
    quiet_days text NOT NULL,
    quiet_from date,
    quiet_until date,
    version integer NOT NULL,
    CONSTRAINT pk_notice_settings PRIMARY KEY (person_id)
);

CREATE TABLE notices (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    day date NOT NULL,
    programme_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    cause text NOT NULL,
    number integer NOT NULL,
    control date,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    digested_at timestamp with time zone,
    CONSTRAINT pk_notices PRIMARY KEY (id)
);

CREATE TABLE reminder_rhythms (
    scope_id uuid NOT NULL,
    rhythm text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_reminder_rhythms PRIMARY KEY (scope_id)
);

CREATE TABLE reminder_rounds (
    programme_id uuid NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_reminder_rounds PRIMARY KEY (programme_id, day)
);

CREATE UNIQUE INDEX ix_calendar_feeds_owner_id_scope_scope_id ON calendar_feeds (owner_id, scope, scope_id);

CREATE UNIQUE INDEX ix_calendar_feeds_secret_hash ON calendar_feeds (secret_hash);

CREATE INDEX ix_notices_digested_at_person_id ON notices (digested_at, person_id);

CREATE UNIQUE INDEX ix_notices_person_id_day_subject_id ON notices (person_id, day, subject_id);

CREATE INDEX ix_notices_person_id_read_at ON notices (person_id, read_at);

CREATE INDEX ix_notices_programme_id_day ON notices (programme_id, day);
