CREATE TABLE award_lists (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    measure_id uuid,
    unit_id uuid NOT NULL,
    event_id uuid,
    title text NOT NULL,
    subject text NOT NULL,
    ground text,
    merit text,
    act text NOT NULL,
    sign_post text NOT NULL,
    sign_name text,
    control text,
    CONSTRAINT pk_award_lists PRIMARY KEY (id),
    CONSTRAINT fk_award_lists_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT,
    CONSTRAINT fk_award_lists_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_award_lists_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_award_lists_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE awards (
    id uuid NOT NULL,
    version integer NOT NULL,
    list_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    is_organisation boolean NOT NULL,
    name text NOT NULL,
    name_dative text,
    post text,
    nominator text NOT NULL,
    kind text NOT NULL,
    merit text NOT NULL,
    object_id uuid,
    object_name text,
    state text NOT NULL,
    agreed_on date,
    agreed_by text,
    act_number text,
    act_on date,
    handed_on date,
    event_id uuid,
    declined_why text,
    consent_on date,
    erased_on date,
    CONSTRAINT pk_awards PRIMARY KEY (id),
    CONSTRAINT fk_awards_award_lists_list_id FOREIGN KEY (list_id) REFERENCES award_lists (id) ON DELETE RESTRICT,
    CONSTRAINT fk_awards_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT,
    CONSTRAINT fk_awards_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE RESTRICT
);

CREATE INDEX ix_award_lists_event_id ON award_lists (event_id);

CREATE INDEX ix_award_lists_measure_id ON award_lists (measure_id);

CREATE INDEX ix_award_lists_programme_id ON award_lists (programme_id);

CREATE INDEX ix_award_lists_unit_id ON award_lists (unit_id);

CREATE INDEX ix_awards_event_id ON awards (event_id);

CREATE INDEX ix_awards_list_id_state ON awards (list_id, state);

CREATE INDEX ix_awards_object_id ON awards (object_id);

CREATE INDEX ix_awards_programme_id_erased_on ON awards (programme_id, erased_on);
