CREATE TABLE data_readings (
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    subject_id uuid,
    what text NOT NULL,
    why text,
    link text,
    at timestamp with time zone NOT NULL,
    person_id uuid,
    person_name text NOT NULL,
    unit_name text NOT NULL,
    CONSTRAINT pk_data_readings PRIMARY KEY (id)
);

CREATE TABLE data_subjects (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    contact text,
    note text,
    is_child boolean NOT NULL,
    health text,
    added_on date NOT NULL,
    added_by text NOT NULL,
    erased_on date,
    CONSTRAINT pk_data_subjects PRIMARY KEY (id),
    CONSTRAINT fk_data_subjects_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_data_subjects_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE destruction_acts (
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    number integer NOT NULL,
    operator text NOT NULL,
    reason text NOT NULL,
    commission text,
    lines text NOT NULL,
    count integer NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by text NOT NULL,
    post text NOT NULL,
    CONSTRAINT pk_destruction_acts PRIMARY KEY (id),
    CONSTRAINT fk_destruction_acts_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE purposes (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    use text NOT NULL,
    title text NOT NULL,
    ground text NOT NULL,
    ground_words text,
    fields text NOT NULL,
    keep_months integer NOT NULL,
    is_automatic boolean NOT NULL,
    closed_on date,
    CONSTRAINT pk_purposes PRIMARY KEY (id),
    CONSTRAINT fk_purposes_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE consent_texts (
    id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    number integer NOT NULL,
    words text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    CONSTRAINT pk_consent_texts PRIMARY KEY (id),
    CONSTRAINT fk_consent_texts_purposes_purpose_id FOREIGN KEY (purpose_id) REFERENCES purposes (id) ON DELETE CASCADE
);

CREATE TABLE data_holdings (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    place text NOT NULL,
    since date NOT NULL,
    withdrawn_on date,
    ends_on date NOT NULL,
    act_id uuid,
    CONSTRAINT pk_data_holdings PRIMARY KEY (id),
    CONSTRAINT fk_data_holdings_purposes_purpose_id FOREIGN KEY (purpose_id) REFERENCES purposes (id) ON DELETE RESTRICT
);

CREATE TABLE consents (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    text_id uuid NOT NULL,
    text_number integer NOT NULL,
    text_sha256 text NOT NULL,
    channel text NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    ip text,
    parent_name text,
    scan_id uuid,
    paper_place text,
    written_by_id uuid,
    written_by text,
    terms text NOT NULL,
    withdrawn_on date,
    withdrawn_at timestamp with time zone,
    withdrawn_how text,
    destroyed_on date,
    CONSTRAINT pk_consents PRIMARY KEY (id),
    CONSTRAINT fk_consents_consent_texts_text_id FOREIGN KEY (text_id) REFERENCES consent_texts (id) ON DELETE RESTRICT,
    CONSTRAINT fk_consents_files_scan_id FOREIGN KEY (scan_id) REFERENCES files (id) ON DELETE RESTRICT,
    CONSTRAINT fk_consents_purposes_purpose_id FOREIGN KEY (purpose_id) REFERENCES purposes (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_consent_texts_purpose_id_number ON consent_texts (purpose_id, number);

CREATE INDEX ix_consents_purpose_id ON consents (purpose_id);

CREATE INDEX ix_consents_scan_id ON consents (scan_id);

CREATE INDEX ix_consents_subject_id_purpose_id ON consents (subject_id, purpose_id);

CREATE INDEX ix_consents_text_id ON consents (text_id);

CREATE INDEX ix_data_holdings_programme_id_act_id_ends_on ON data_holdings (programme_id, act_id, ends_on);

CREATE INDEX ix_data_holdings_purpose_id ON data_holdings (purpose_id);

CREATE UNIQUE INDEX ix_data_holdings_subject_id_purpose_id ON data_holdings (subject_id, purpose_id);

CREATE INDEX ix_data_readings_programme_id_at ON data_readings (programme_id, at);

CREATE INDEX ix_data_readings_subject_id ON data_readings (subject_id);

CREATE INDEX ix_data_subjects_programme_id_unit_id_kind ON data_subjects (programme_id, unit_id, kind);

CREATE INDEX ix_data_subjects_unit_id ON data_subjects (unit_id);

CREATE UNIQUE INDEX ix_destruction_acts_programme_id_number ON destruction_acts (programme_id, number);

CREATE INDEX ix_purposes_programme_id_use ON purposes (programme_id, use);
