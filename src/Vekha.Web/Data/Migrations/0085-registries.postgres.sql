CREATE TABLE registries (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    CONSTRAINT pk_registries PRIMARY KEY (id),
    CONSTRAINT fk_registries_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE registry_goals (
    registry_id uuid NOT NULL,
    territory_id uuid NOT NULL,
    name text NOT NULL,
    least integer NOT NULL,
    CONSTRAINT pk_registry_goals PRIMARY KEY (registry_id, territory_id),
    CONSTRAINT fk_registry_goals_organisations_territory_id FOREIGN KEY (territory_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_goals_registries_registry_id FOREIGN KEY (registry_id) REFERENCES registries (id) ON DELETE CASCADE
);

CREATE TABLE registry_imports (
    id uuid NOT NULL,
    registry_id uuid NOT NULL,
    file_name text NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    added integer NOT NULL,
    changed integer NOT NULL,
    same integer NOT NULL,
    headings text NOT NULL,
    bad text NOT NULL,
    CONSTRAINT pk_registry_imports PRIMARY KEY (id),
    CONSTRAINT fk_registry_imports_registries_registry_id FOREIGN KEY (registry_id) REFERENCES registries (id) ON DELETE RESTRICT
);

CREATE TABLE object_cascades (
    id uuid NOT NULL,
    version integer NOT NULL,
    measure_id uuid NOT NULL,
    registry_id uuid NOT NULL,
    buffer_days integer NOT NULL,
    on_day date NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_object_cascades PRIMARY KEY (id),
    CONSTRAINT fk_object_cascades_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_object_cascades_registries_registry_id FOREIGN KEY (registry_id) REFERENCES registries (id) ON DELETE RESTRICT
);

CREATE TABLE registry_objects (
    id uuid NOT NULL,
    version integer NOT NULL,
    registry_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    territory_id uuid NOT NULL,
    territory text NOT NULL,
    unit_id uuid,
    plan_id uuid,
    measure_id uuid,
    state text NOT NULL,
    field_values text NOT NULL,
    latitude double precision,
    longitude double precision,
    opened date,
    closed date,
    updated_on date,
    percent integer,
    risk text,
    confirmed_on date,
    confirmed_by text,
    merged_into_id uuid,
    merged_on date,
    words text NOT NULL,
    address text,
    CONSTRAINT pk_registry_objects PRIMARY KEY (id),
    CONSTRAINT fk_registry_objects_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_objects_organisations_territory_id FOREIGN KEY (territory_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_objects_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_objects_registries_registry_id FOREIGN KEY (registry_id) REFERENCES registries (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_objects_registry_objects_merged_into_id FOREIGN KEY (merged_into_id) REFERENCES registry_objects (id) ON DELETE RESTRICT
);

CREATE TABLE registry_changes (
    id uuid NOT NULL,
    object_id uuid NOT NULL,
    field_key text NOT NULL,
    value_before text,
    value_after text,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name text NOT NULL,
    event_id uuid,
    CONSTRAINT pk_registry_changes PRIMARY KEY (id),
    CONSTRAINT fk_registry_changes_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE CASCADE
);

CREATE TABLE registry_events (
    id uuid NOT NULL,
    object_id uuid NOT NULL,
    number integer NOT NULL,
    move_key text NOT NULL,
    title text NOT NULL,
    on_day date NOT NULL,
    from_state text,
    to_state text NOT NULL,
    counts boolean NOT NULL,
    papers text NOT NULL,
    note text,
    recorded_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    taken_back_why text,
    taken_back_on date,
    taken_back_by text,
    CONSTRAINT pk_registry_events PRIMARY KEY (id),
    CONSTRAINT fk_registry_events_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE CASCADE
);

CREATE TABLE registry_files (
    id uuid NOT NULL,
    object_id uuid NOT NULL,
    file_id uuid NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    field_key text,
    event_id uuid,
    update_id uuid,
    paper text,
    is_photo boolean NOT NULL,
    CONSTRAINT pk_registry_files PRIMARY KEY (id),
    CONSTRAINT fk_registry_files_files_file_id FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_files_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE CASCADE
);

CREATE TABLE registry_spans (
    id uuid NOT NULL,
    object_id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date,
    CONSTRAINT pk_registry_spans PRIMARY KEY (id),
    CONSTRAINT fk_registry_spans_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE CASCADE
);

CREATE TABLE registry_updates (
    id uuid NOT NULL,
    object_id uuid NOT NULL,
    number integer NOT NULL,
    on_day date NOT NULL,
    text text NOT NULL,
    percent integer,
    risk text,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_registry_updates PRIMARY KEY (id),
    CONSTRAINT fk_registry_updates_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_object_cascades_measure_id_registry_id ON object_cascades (measure_id, registry_id);

CREATE INDEX ix_object_cascades_registry_id ON object_cascades (registry_id);

CREATE INDEX ix_registries_programme_id ON registries (programme_id);

CREATE INDEX ix_registry_changes_object_id_on_day ON registry_changes (object_id, on_day);

CREATE UNIQUE INDEX ix_registry_events_object_id_number ON registry_events (object_id, number);

CREATE INDEX ix_registry_files_file_id ON registry_files (file_id);

CREATE INDEX ix_registry_files_object_id ON registry_files (object_id);

CREATE INDEX ix_registry_goals_territory_id ON registry_goals (territory_id);

CREATE INDEX ix_registry_imports_registry_id_by_id_at ON registry_imports (registry_id, by_id, at);

CREATE INDEX ix_registry_objects_measure_id ON registry_objects (measure_id);

CREATE INDEX ix_registry_objects_merged_into_id ON registry_objects (merged_into_id);

CREATE INDEX ix_registry_objects_programme_id_state ON registry_objects (programme_id, state);

CREATE INDEX ix_registry_objects_registry_id_merged_into_id_name ON registry_objects (registry_id, merged_into_id, name);

CREATE UNIQUE INDEX ix_registry_objects_registry_id_number ON registry_objects (registry_id, number);

CREATE INDEX ix_registry_objects_registry_id_territory_id ON registry_objects (registry_id, territory_id);

CREATE INDEX ix_registry_objects_territory_id ON registry_objects (territory_id);

CREATE INDEX ix_registry_objects_unit_id ON registry_objects (unit_id);

CREATE INDEX ix_registry_spans_object_id_from_day_until_day ON registry_spans (object_id, from_day, until_day);

CREATE INDEX ix_registry_updates_object_id_on_day ON registry_updates (object_id, on_day);

DROP INDEX ix_assignments_parent_id_organisation_id;

CREATE UNIQUE INDEX ix_assignments_parent_id_object_id ON assignments (parent_id, object_id);

CREATE UNIQUE INDEX ix_assignments_parent_id_organisation_id ON assignments (parent_id, organisation_id) WHERE "object_id" IS NULL;
