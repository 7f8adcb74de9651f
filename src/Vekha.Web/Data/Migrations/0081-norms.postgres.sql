CREATE TABLE norms (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid,
    phase text NOT NULL,
    text text NOT NULL,
    quantity bigint NOT NULL,
    at_least boolean NOT NULL,
    unit text NOT NULL,
    unit_key text NOT NULL,
    per text NOT NULL,
    per_kind text,
    per_key text,
    rhythm text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    whole_programme boolean NOT NULL,
    CONSTRAINT pk_norms PRIMARY KEY (id),
    CONSTRAINT fk_norms_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_norms_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_norms_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE norm_tallies (
    norm_id uuid NOT NULL,
    opens date NOT NULL,
    subject_id uuid NOT NULL,
    done bigint NOT NULL,
    CONSTRAINT pk_norm_tallies PRIMARY KEY (norm_id, opens, subject_id),
    CONSTRAINT fk_norm_tallies_norms_norm_id FOREIGN KEY (norm_id) REFERENCES norms (id) ON DELETE CASCADE
);

CREATE INDEX ix_norms_measure_id ON norms (measure_id);

CREATE INDEX ix_norms_plan_id ON norms (plan_id);

CREATE INDEX ix_norms_programme_id_unit_key_phase ON norms (programme_id, unit_key, phase);
