CREATE TABLE event_attachments (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    kind text NOT NULL,
    file_id uuid NOT NULL,
    file_name text NOT NULL,
    size bigint NOT NULL,
    caption text,
    consent text,
    at timestamp with time zone NOT NULL,
    added_by text NOT NULL,
    CONSTRAINT pk_event_attachments PRIMARY KEY (id),
    CONSTRAINT fk_event_attachments_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT,
    CONSTRAINT fk_event_attachments_files_file_id FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE RESTRICT
);

CREATE TABLE event_reports (
    event_id uuid NOT NULL,
    version integer NOT NULL,
    text text,
    recommendations text,
    sent_on date,
    sent_by text,
    returned_why text,
    returned_on date,
    CONSTRAINT pk_event_reports PRIMARY KEY (event_id),
    CONSTRAINT fk_event_reports_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE feedback_answers (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    registration_id uuid,
    given text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_feedback_answers PRIMARY KEY (id),
    CONSTRAINT fk_feedback_answers_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE feedback_forms (
    event_id uuid NOT NULL,
    version integer NOT NULL,
    code text NOT NULL,
    questions text NOT NULL,
    one_per_person boolean NOT NULL,
    closed_on date,
    CONSTRAINT pk_feedback_forms PRIMARY KEY (event_id),
    CONSTRAINT fk_feedback_forms_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE event_certificates (
    registration_id uuid NOT NULL,
    event_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT pk_event_certificates PRIMARY KEY (registration_id),
    CONSTRAINT fk_event_certificates_event_registrations_registration_id FOREIGN KEY (registration_id) REFERENCES event_registrations (id) ON DELETE RESTRICT
);

CREATE INDEX ix_event_attachments_event_id_kind ON event_attachments (event_id, kind);

CREATE INDEX ix_event_attachments_file_id ON event_attachments (file_id);

CREATE INDEX ix_event_certificates_event_id ON event_certificates (event_id);

CREATE UNIQUE INDEX ix_event_certificates_programme_id_year_number ON event_certificates (programme_id, year, number);

CREATE UNIQUE INDEX ix_feedback_answers_event_id_registration_id ON feedback_answers (event_id, registration_id);

CREATE UNIQUE INDEX ix_feedback_forms_code ON feedback_forms (code);
