ALTER TABLE organisations ADD COLUMN time_zone_id text;

ALTER TABLE reports ADD COLUMN author_name text;

ALTER TABLE reports ADD COLUMN instead_of text;

CREATE TABLE successions (
    id uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    successor_id uuid NOT NULL,
    on_day date NOT NULL,
    ground text NOT NULL,
    CONSTRAINT pk_successions PRIMARY KEY (id),
    CONSTRAINT fk_successions_organisations_predecessor_id FOREIGN KEY (predecessor_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_successions_organisations_successor_id FOREIGN KEY (successor_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE unit_lines (
    above_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    depth integer NOT NULL,
    CONSTRAINT pk_unit_lines PRIMARY KEY (above_id, unit_id),
    CONSTRAINT fk_unit_lines_organisations_above_id FOREIGN KEY (above_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_lines_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE CASCADE
);

CREATE TABLE unit_loads (
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    under_id uuid NOT NULL,
    by_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_unit_loads PRIMARY KEY (id)
);

CREATE TABLE headships (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    post text NOT NULL,
    is_deputy boolean NOT NULL,
    from_day date NOT NULL,
    until_day date,
    version integer NOT NULL,
    CONSTRAINT pk_headships PRIMARY KEY (id),
    CONSTRAINT fk_headships_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_headships_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE substitutions (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    substitute_id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    ground text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_substitutions PRIMARY KEY (id),
    CONSTRAINT fk_substitutions_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_substitutions_people_substitute_id FOREIGN KEY (substitute_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE hand_overs (
    id uuid NOT NULL,
    assignment_id uuid NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    executor_name text NOT NULL,
    on_day date NOT NULL,
    ground text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pk_hand_overs PRIMARY KEY (id),
    CONSTRAINT fk_hand_overs_assignments_assignment_id FOREIGN KEY (assignment_id) REFERENCES assignments (id) ON DELETE CASCADE
);

CREATE INDEX ix_hand_overs_assignment_id ON hand_overs (assignment_id);

CREATE INDEX ix_headships_person_id ON headships (person_id);

CREATE INDEX ix_headships_unit_id_from_day ON headships (unit_id, from_day);

CREATE INDEX ix_substitutions_person_id ON substitutions (person_id);

CREATE INDEX ix_substitutions_substitute_id_until_day ON substitutions (substitute_id, until_day);

CREATE UNIQUE INDEX ix_successions_predecessor_id_successor_id ON successions (predecessor_id, successor_id);

CREATE INDEX ix_successions_successor_id ON successions (successor_id);

CREATE INDEX ix_unit_lines_unit_id_depth ON unit_lines (unit_id, depth);

-- Every organisation with itself and all above it, for the tree that is already there.
WITH RECURSIVE line (above_id, unit_id, depth) AS (
    SELECT id, id, 0 FROM organisations
    UNION ALL
    SELECT o.parent_id, l.unit_id, l.depth + 1 FROM line l JOIN organisations o ON o.id = l.above_id WHERE o.parent_id IS NOT NULL
)
INSERT INTO unit_lines (above_id, unit_id, depth) SELECT above_id, unit_id, depth FROM line;
