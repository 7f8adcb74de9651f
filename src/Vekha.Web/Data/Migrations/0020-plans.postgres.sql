CREATE TABLE programmes (
    id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    organisation_id uuid NOT NULL,
    territory text NOT NULL,
    policy text NOT NULL,
    shown_on date,
    is_public boolean NOT NULL,
    CONSTRAINT pk_programmes PRIMARY KEY (id),
    CONSTRAINT fk_programmes_organisations_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE plans (
    id uuid NOT NULL,
    is_approved boolean NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    abbreviations text NOT NULL,
    notes text NOT NULL,
    approver_post text,
    approver_name text,
    approval_written date,
    source_file_id uuid,
    repeated_from_id uuid,
    CONSTRAINT pk_plans PRIMARY KEY (id),
    CONSTRAINT fk_plans_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE plan_versions (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    number integer NOT NULL,
    approved_on date NOT NULL,
    act text,
    post text NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_plan_versions PRIMARY KEY (id),
    CONSTRAINT fk_plan_versions_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);

CREATE TABLE stages (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    number text,
    code text NOT NULL,
    outcome text,
    deadline_text text,
    deadlines text NOT NULL,
    CONSTRAINT pk_stages PRIMARY KEY (id),
    CONSTRAINT fk_stages_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);

CREATE TABLE measures (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    stage_id uuid,
    position integer NOT NULL,
    number text,
    code text NOT NULL,
    title text NOT NULL,
    raw_title text,
    deadline_text text,
    deadlines text NOT NULL,
    deadline_class text NOT NULL,
    deadline_inherited boolean NOT NULL,
    every_executor_answers boolean NOT NULL,
    norms text NOT NULL,
    fields text NOT NULL,
    note text,
    linked_plan_id uuid,
    CONSTRAINT pk_measures PRIMARY KEY (id),
    CONSTRAINT fk_measures_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE,
    CONSTRAINT fk_measures_stages_stage_id FOREIGN KEY (stage_id) REFERENCES stages (id)
);

CREATE TABLE assignments (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    executor_id uuid,
    executor_name text NOT NULL,
    organisation_id uuid,
    person_id uuid,
    answers boolean NOT NULL,
    by_consent boolean NOT NULL,
    kind text NOT NULL,
    occurrence text,
    start date,
    nominal date,
    first_control date,
    control date,
    by_opposite_rule date,
    explanation text NOT NULL,
    why text NOT NULL,
    put_on_control_on date NOT NULL,
    phase text NOT NULL,
    CONSTRAINT pk_assignments PRIMARY KEY (id),
    CONSTRAINT fk_assignments_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assignments_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE deliverables (
    id uuid NOT NULL,
    measure_id uuid NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    CONSTRAINT pk_deliverables PRIMARY KEY (id),
    CONSTRAINT fk_deliverables_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE CASCADE
);

CREATE TABLE measure_executors (
    id uuid NOT NULL,
    measure_id uuid NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    by_consent boolean NOT NULL,
    organisation_id uuid,
    person_id uuid,
    CONSTRAINT pk_measure_executors PRIMARY KEY (id),
    CONSTRAINT fk_measure_executors_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE CASCADE
);

CREATE TABLE acceptances (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    report_id uuid NOT NULL,
    remark text,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_acceptances PRIMARY KEY (id),
    CONSTRAINT fk_acceptances_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE TABLE extensions (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    "from" date NOT NULL,
    until date NOT NULL,
    ground text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_extensions PRIMARY KEY (id),
    CONSTRAINT fk_extensions_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE TABLE releases (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    ground text NOT NULL,
    as_obsolete boolean NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    CONSTRAINT pk_releases PRIMARY KEY (id),
    CONSTRAINT fk_releases_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE TABLE reports (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    fact_on date NOT NULL,
    late_reason text,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_reports PRIMARY KEY (id),
    CONSTRAINT fk_reports_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE TABLE returns (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    report_id uuid NOT NULL,
    reason text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_returns PRIMARY KEY (id),
    CONSTRAINT fk_returns_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE TABLE report_files (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    file_id uuid NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT pk_report_files PRIMARY KEY (id),
    CONSTRAINT fk_report_files_reports_report_id FOREIGN KEY (report_id) REFERENCES reports (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_acceptances_assignment_id ON acceptances (assignment_id);

CREATE INDEX ix_assignments_measure_id ON assignments (measure_id);

CREATE INDEX ix_assignments_organisation_id_phase_control ON assignments (organisation_id, phase, control);

CREATE INDEX ix_assignments_person_id_phase_control ON assignments (person_id, phase, control);

CREATE INDEX ix_assignments_plan_id ON assignments (plan_id);

CREATE INDEX ix_assignments_programme_id_phase_control ON assignments (programme_id, phase, control);

CREATE INDEX ix_deliverables_measure_id ON deliverables (measure_id);

CREATE INDEX ix_extensions_assignment_id ON extensions (assignment_id);

CREATE INDEX ix_measure_executors_measure_id ON measure_executors (measure_id);

CREATE INDEX ix_measures_plan_id ON measures (plan_id);

CREATE INDEX ix_measures_stage_id ON measures (stage_id);

CREATE UNIQUE INDEX ix_plan_versions_plan_id_number ON plan_versions (plan_id, number);

CREATE INDEX ix_plans_programme_id ON plans (programme_id);

CREATE INDEX ix_programmes_organisation_id ON programmes (organisation_id);

CREATE UNIQUE INDEX ix_releases_assignment_id ON releases (assignment_id);

CREATE INDEX ix_report_files_report_id ON report_files (report_id);

CREATE UNIQUE INDEX ix_reports_assignment_id_number ON reports (assignment_id, number);

CREATE INDEX ix_returns_assignment_id ON returns (assignment_id);

CREATE INDEX ix_stages_plan_id ON stages (plan_id);
