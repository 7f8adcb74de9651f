CREATE TABLE delay_reasons (
    id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    is_closed boolean NOT NULL,
    CONSTRAINT pk_delay_reasons PRIMARY KEY (id)
);

CREATE TABLE board_views (
    id uuid NOT NULL,
    version integer NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid,
    name text NOT NULL,
    address text NOT NULL,
    is_default boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_board_views PRIMARY KEY (id),
    CONSTRAINT fk_board_views_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE delays (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    assignment_id uuid,
    reason text NOT NULL,
    words text,
    source text NOT NULL,
    source_id uuid NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT pk_delays PRIMARY KEY (id),
    CONSTRAINT fk_delays_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE INDEX ix_board_views_person_id ON board_views (person_id);

CREATE INDEX ix_board_views_unit_id ON board_views (unit_id);

CREATE UNIQUE INDEX ix_delay_reasons_name ON delay_reasons (name);

CREATE INDEX ix_delays_plan_id_on_day ON delays (plan_id, on_day);
