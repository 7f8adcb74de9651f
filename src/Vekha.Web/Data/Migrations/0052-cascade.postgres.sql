ALTER TABLE assignments ADD COLUMN parent_id uuid CONSTRAINT fk_assignments_assignments_parent_id REFERENCES assignments (id) ON DELETE RESTRICT;

ALTER TABLE assignments ADD COLUMN territory text;

ALTER TABLE assignments ADD COLUMN is_optional boolean NOT NULL DEFAULT FALSE;

ALTER TABLE assignments ADD COLUMN inner_unit_id uuid;

ALTER TABLE assignments ADD COLUMN buffer_days integer;

ALTER TABLE assignments ADD COLUMN local_title text;

ALTER TABLE assignments ADD COLUMN taken_control date;

ALTER TABLE assignments ADD COLUMN taken_title text;

CREATE TABLE cascades (
    id uuid NOT NULL,
    version integer NOT NULL,
    plan_id uuid NOT NULL,
    buffer_days integer NOT NULL,
    groups text NOT NULL,
    state text NOT NULL,
    by_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    total integer NOT NULL,
    made integer NOT NULL,
    CONSTRAINT pk_cascades PRIMARY KEY (id),
    CONSTRAINT fk_cascades_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE sub_plans (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    by_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_sub_plans PRIMARY KEY (id),
    CONSTRAINT fk_sub_plans_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_sub_plans_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_assignments_parent_id_organisation_id ON assignments (parent_id, organisation_id);

CREATE INDEX ix_cascades_plan_id ON cascades (plan_id);

CREATE INDEX ix_cascades_state ON cascades (state);

CREATE UNIQUE INDEX ix_sub_plans_assignment_id_plan_id ON sub_plans (assignment_id, plan_id);

CREATE INDEX ix_sub_plans_plan_id ON sub_plans (plan_id);
