-- An assignment of an object of a registry; a measure whose deadline counts from an event; a day that an event has given.
ALTER TABLE assignments ADD COLUMN object_id uuid;

ALTER TABLE assignments ADD COLUMN object_name text;

ALTER TABLE measures ADD COLUMN counts_from_event boolean NOT NULL DEFAULT FALSE;

UPDATE measures SET counts_from_event = TRUE WHERE deadlines LIKE '%"kind":"relative"%';

ALTER TABLE term_changes ADD COLUMN by_event boolean NOT NULL DEFAULT FALSE;

CREATE INDEX ix_assignments_object_id_measure_id ON assignments (object_id, measure_id);

CREATE TABLE anchors (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    event text NOT NULL,
    key text NOT NULL,
    object_id uuid,
    object_name text,
    day date,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    source_title text NOT NULL,
    source_address text,
    CONSTRAINT pk_anchors PRIMARY KEY (id),
    CONSTRAINT fk_anchors_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE fact_objects (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    kind text NOT NULL,
    kind_key text NOT NULL,
    name text NOT NULL,
    territory_id uuid,
    unit_id uuid,
    opened date NOT NULL,
    closed date,
    address text,
    CONSTRAINT pk_fact_objects PRIMARY KEY (id),
    CONSTRAINT fk_fact_objects_organisations_territory_id FOREIGN KEY (territory_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_fact_objects_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_fact_objects_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE anchor_changes (
    id uuid NOT NULL,
    anchor_id uuid NOT NULL,
    from_day date,
    to_day date,
    ground text NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    CONSTRAINT pk_anchor_changes PRIMARY KEY (id),
    CONSTRAINT fk_anchor_changes_anchors_anchor_id FOREIGN KEY (anchor_id) REFERENCES anchors (id) ON DELETE CASCADE
);

CREATE TABLE facts (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid,
    measure_id uuid,
    kind text NOT NULL,
    kind_key text NOT NULL,
    day date NOT NULL,
    quantity bigint NOT NULL,
    title text NOT NULL,
    title_key text NOT NULL,
    territory_id uuid,
    unit_id uuid,
    object_id uuid,
    object_name text,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    source_address text,
    proof text,
    is_withdrawn boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    CONSTRAINT pk_facts PRIMARY KEY (id),
    CONSTRAINT fk_facts_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_facts_organisations_territory_id FOREIGN KEY (territory_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_facts_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_facts_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_facts_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE fact_changes (
    id uuid NOT NULL,
    fact_id uuid NOT NULL,
    is_withdrawal boolean NOT NULL,
    line_before text NOT NULL,
    line_after text,
    ground text NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    CONSTRAINT pk_fact_changes PRIMARY KEY (id),
    CONSTRAINT fk_fact_changes_facts_fact_id FOREIGN KEY (fact_id) REFERENCES facts (id) ON DELETE CASCADE
);

CREATE TABLE fact_files (
    id uuid NOT NULL,
    fact_id uuid NOT NULL,
    file_id uuid NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT pk_fact_files PRIMARY KEY (id),
    CONSTRAINT fk_fact_files_facts_fact_id FOREIGN KEY (fact_id) REFERENCES facts (id) ON DELETE CASCADE
);

CREATE INDEX ix_anchor_changes_anchor_id ON anchor_changes (anchor_id);

CREATE UNIQUE INDEX ix_anchors_of_programme ON anchors (programme_id, key) WHERE object_id IS NULL;

CREATE UNIQUE INDEX ix_anchors_programme_id_object_id_key ON anchors (programme_id, object_id, key);

CREATE INDEX ix_anchors_source_kind_source_id ON anchors (source_kind, source_id);

CREATE INDEX ix_fact_changes_fact_id ON fact_changes (fact_id);

CREATE INDEX ix_fact_files_fact_id ON fact_files (fact_id);

CREATE INDEX ix_fact_objects_programme_id_kind_key_name ON fact_objects (programme_id, kind_key, name);

CREATE INDEX ix_fact_objects_territory_id ON fact_objects (territory_id);

CREATE INDEX ix_fact_objects_unit_id ON fact_objects (unit_id);

CREATE INDEX ix_facts_measure_id_day ON facts (measure_id, day);

CREATE INDEX ix_facts_object_id_day ON facts (object_id, day);

CREATE INDEX ix_facts_plan_id ON facts (plan_id);

CREATE INDEX ix_facts_programme_id_day_id ON facts (programme_id, day, id);

CREATE INDEX ix_facts_source_kind_source_id ON facts (source_kind, source_id);

CREATE INDEX ix_facts_territory_id ON facts (territory_id);

CREATE INDEX ix_facts_unit_id ON facts (unit_id);
