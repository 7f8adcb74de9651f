CREATE TABLE media_channels (
    key character varying(40) NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    proof text NOT NULL,
    hosts text NOT NULL,
    banned_for text,
    law text,
    law_says text,
    CONSTRAINT pk_media_channels PRIMARY KEY (key)
);

CREATE TABLE media_plans (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid,
    measure_id uuid,
    unit_id uuid NOT NULL,
    title text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    hashtag text,
    needs_approval boolean NOT NULL,
    partial text,
    channels text NOT NULL,
    CONSTRAINT pk_media_plans PRIMARY KEY (id),
    CONSTRAINT fk_media_plans_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_media_plans_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_media_plans_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE publications (
    id uuid NOT NULL,
    version integer NOT NULL,
    media_plan_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    task_id uuid NOT NULL,
    measure_id uuid,
    assignment_id uuid,
    object_id uuid,
    object_name text,
    title text NOT NULL,
    format text NOT NULL,
    channel text NOT NULL,
    unit_id uuid,
    responsible text,
    due date,
    due_why text,
    state text NOT NULL,
    out_on date,
    link text,
    issue text,
    reach bigint,
    is_by_others boolean NOT NULL,
    checked_by text,
    checked_on date,
    gone_on date,
    gone_seen_by text,
    text_number integer NOT NULL,
    approved_text integer,
    submitted_by_id uuid,
    submitted_by text,
    submitted_on date,
    decided_by text,
    decided_on date,
    remark text,
    CONSTRAINT pk_publications PRIMARY KEY (id),
    CONSTRAINT fk_publications_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_publications_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_publications_media_plans_media_plan_id FOREIGN KEY (media_plan_id) REFERENCES media_plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_publications_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE publication_files (
    id uuid NOT NULL,
    publication_id uuid NOT NULL,
    file_id uuid NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    CONSTRAINT pk_publication_files PRIMARY KEY (id),
    CONSTRAINT fk_publication_files_publications_publication_id FOREIGN KEY (publication_id) REFERENCES publications (id) ON DELETE CASCADE
);

CREATE TABLE publication_texts (
    id uuid NOT NULL,
    publication_id uuid NOT NULL,
    number integer NOT NULL,
    headline text NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by text NOT NULL,
    CONSTRAINT pk_publication_texts PRIMARY KEY (id),
    CONSTRAINT fk_publication_texts_publications_publication_id FOREIGN KEY (publication_id) REFERENCES publications (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_media_plans_measure_id ON media_plans (measure_id);

CREATE INDEX ix_media_plans_plan_id ON media_plans (plan_id);

CREATE INDEX ix_media_plans_programme_id ON media_plans (programme_id);

CREATE INDEX ix_media_plans_unit_id ON media_plans (unit_id);

CREATE INDEX ix_publication_files_publication_id ON publication_files (publication_id);

CREATE UNIQUE INDEX ix_publication_texts_publication_id_number ON publication_texts (publication_id, number);

CREATE UNIQUE INDEX ix_publications_assignment_id_channel ON publications (assignment_id, channel);

CREATE INDEX ix_publications_measure_id ON publications (measure_id);

CREATE INDEX ix_publications_media_plan_id_out_on ON publications (media_plan_id, out_on);

CREATE INDEX ix_publications_media_plan_id_state_due ON publications (media_plan_id, state, due);

CREATE INDEX ix_publications_task_id ON publications (task_id);

CREATE INDEX ix_publications_unit_id_state ON publications (unit_id, state);
