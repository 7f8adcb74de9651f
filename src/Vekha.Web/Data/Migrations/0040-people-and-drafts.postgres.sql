CREATE TABLE appointments (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    role text NOT NULL,
    person_id uuid NOT NULL,
    since date NOT NULL,
    until date,
    ground text,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_appointments PRIMARY KEY (id),
    CONSTRAINT fk_appointments_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointments_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE CASCADE
);

CREATE TABLE report_drafts (
    id uuid NOT NULL,
    version integer NOT NULL,
    assignment_id uuid NOT NULL,
    text text NOT NULL,
    fact_on date,
    late_reason text,
    files text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_report_drafts PRIMARY KEY (id),
    CONSTRAINT fk_report_drafts_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE INDEX ix_appointments_person_id ON appointments (person_id);

CREATE UNIQUE INDEX ix_appointments_programme_id_role_person_id_since ON appointments (programme_id, role, person_id, since);

CREATE UNIQUE INDEX ix_report_drafts_assignment_id ON report_drafts (assignment_id);
