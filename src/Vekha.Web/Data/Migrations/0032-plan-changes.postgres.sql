CREATE TABLE remembered (
    id uuid NOT NULL,
    version integer NOT NULL,
    organisation_id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    words text NOT NULL,
    value text NOT NULL,
    shown text NOT NULL,
    source text NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    CONSTRAINT pk_remembered PRIMARY KEY (id),
    CONSTRAINT fk_remembered_organisations_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id) ON DELETE CASCADE
);

ALTER TABLE plans ADD COLUMN approval_act text;

ALTER TABLE measures ADD COLUMN added_on date;

ALTER TABLE measures ADD COLUMN removed_on date;

CREATE TABLE term_changes (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    "from" date,
    from_nominal date,
    from_start date,
    control date,
    nominal date,
    start date,
    plan_version integer NOT NULL,
    ground text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_term_changes PRIMARY KEY (id),
    CONSTRAINT fk_term_changes_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE TABLE consent_replies (
    id uuid NOT NULL,
    executor_id uuid NOT NULL,
    agrees boolean NOT NULL,
    words text,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_consent_replies PRIMARY KEY (id),
    CONSTRAINT fk_consent_replies_measure_executors_executor_id FOREIGN KEY (executor_id) REFERENCES measure_executors (id) ON DELETE CASCADE
);

CREATE INDEX ix_consent_replies_executor_id ON consent_replies (executor_id);

CREATE UNIQUE INDEX ix_remembered_organisation_id_kind_key ON remembered (organisation_id, kind, key);

CREATE INDEX ix_term_changes_assignment_id ON term_changes (assignment_id);
