CREATE TABLE minutes (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    event_id uuid,
    kind text NOT NULL,
    body text NOT NULL,
    subject text NOT NULL,
    on_day date NOT NULL,
    place text,
    chair_post text,
    chair_name text,
    secretary text,
    present text NOT NULL,
    invited text NOT NULL,
    items text NOT NULL,
    noted text,
    resolved text,
    organisers text,
    people integer,
    recommendations text NOT NULL,
    vote text,
    number integer,
    year integer NOT NULL,
    signed_on date,
    plan_id uuid,
    CONSTRAINT pk_minutes PRIMARY KEY (id),
    CONSTRAINT fk_minutes_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_minutes_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE INDEX ix_minutes_event_id ON minutes (event_id);

CREATE INDEX ix_minutes_plan_id ON minutes (plan_id);

CREATE UNIQUE INDEX ix_minutes_programme_id_kind_year_number ON minutes (programme_id, kind, year, number);
