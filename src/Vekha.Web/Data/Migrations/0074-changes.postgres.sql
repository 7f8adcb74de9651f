CREATE TABLE change_rules (
    programme_id uuid NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    decider text NOT NULL,
    body text,
    CONSTRAINT pk_change_rules PRIMARY KEY (programme_id, kind),
    CONSTRAINT fk_change_rules_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE CASCADE
);

CREATE TABLE agreement_rounds (
    id uuid NOT NULL,
    version integer NOT NULL,
    plan_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    number integer NOT NULL,
    text_mark text NOT NULL,
    answer_by date NOT NULL,
    sent_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    started_by text NOT NULL,
    CONSTRAINT pk_agreement_rounds PRIMARY KEY (id),
    CONSTRAINT fk_agreement_rounds_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);

CREATE TABLE agreements (
    id uuid NOT NULL,
    version integer NOT NULL,
    round_id uuid NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    organisation_id uuid,
    word text NOT NULL,
    remarks text,
    post text,
    who text,
    said_on date,
    at timestamp with time zone,
    written_by text,
    is_taken boolean,
    answer text,
    answered_on date,
    answered_by text,
    CONSTRAINT pk_agreements PRIMARY KEY (id),
    CONSTRAINT fk_agreements_agreement_rounds_round_id FOREIGN KEY (round_id) REFERENCES agreement_rounds (id) ON DELETE CASCADE,
    CONSTRAINT fk_agreements_organisations_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE change_requests (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    assignment_id uuid,
    number integer NOT NULL,
    kind text NOT NULL,
    text_before text NOT NULL,
    text_after text NOT NULL,
    deadlines text NOT NULL,
    reason text NOT NULL,
    impact text NOT NULL,
    control date,
    new_control date,
    ask_by date,
    repeated integer NOT NULL,
    filed_on date NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    filed_by_id uuid NOT NULL,
    filed_by text NOT NULL,
    state text NOT NULL,
    decided_on date,
    decided_at timestamp with time zone,
    decided_by_id uuid,
    decided_by text,
    ground text,
    plan_version integer,
    CONSTRAINT pk_change_requests PRIMARY KEY (id),
    CONSTRAINT fk_change_requests_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_change_requests_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE dependencies (
    measure_id uuid NOT NULL,
    after_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT pk_dependencies PRIMARY KEY (measure_id, after_id),
    CONSTRAINT fk_dependencies_measures_after_id FOREIGN KEY (after_id) REFERENCES measures (id) ON DELETE CASCADE,
    CONSTRAINT fk_dependencies_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE CASCADE,
    CONSTRAINT fk_dependencies_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_agreement_rounds_plan_id_number ON agreement_rounds (plan_id, number);

CREATE INDEX ix_agreements_organisation_id_word ON agreements (organisation_id, word);

CREATE INDEX ix_agreements_round_id ON agreements (round_id);

CREATE INDEX ix_change_requests_assignment_id ON change_requests (assignment_id);

CREATE INDEX ix_change_requests_filed_by_id_state ON change_requests (filed_by_id, state);

CREATE INDEX ix_change_requests_measure_id ON change_requests (measure_id);

CREATE INDEX ix_change_requests_plan_id ON change_requests (plan_id);

CREATE UNIQUE INDEX ix_change_requests_programme_id_number ON change_requests (programme_id, number);

CREATE INDEX ix_change_requests_programme_id_state_filed_at ON change_requests (programme_id, state, filed_at);

CREATE INDEX ix_dependencies_after_id ON dependencies (after_id);

CREATE INDEX ix_dependencies_plan_id ON dependencies (plan_id);
