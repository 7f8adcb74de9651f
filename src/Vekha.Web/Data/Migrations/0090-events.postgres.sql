CREATE TABLE event_resources (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    is_retired boolean NOT NULL,
    CONSTRAINT pk_event_resources PRIMARY KEY (id),
    CONSTRAINT fk_event_resources_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE event_series (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    measure_id uuid,
    title text NOT NULL,
    CONSTRAINT pk_event_series PRIMARY KEY (id),
    CONSTRAINT fk_event_series_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE events (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid,
    measure_id uuid,
    object_id uuid,
    object_name text,
    series_id uuid,
    series_number integer,
    kind text NOT NULL,
    title text NOT NULL,
    unit_id uuid NOT NULL,
    territory_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    zone_id text NOT NULL,
    day date NOT NULL,
    last_day date NOT NULL,
    form text NOT NULL,
    venue text,
    link text,
    mode text NOT NULL,
    state text NOT NULL,
    about text,
    questions text,
    hero text,
    is_public boolean NOT NULL,
    present integer,
    present_from text,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT fk_events_event_series_series_id FOREIGN KEY (series_id) REFERENCES event_series (id) ON DELETE RESTRICT,
    CONSTRAINT fk_events_organisations_territory_id FOREIGN KEY (territory_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_events_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_events_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE event_bookings (
    event_id uuid NOT NULL,
    resource_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    is_held boolean NOT NULL,
    CONSTRAINT pk_event_bookings PRIMARY KEY (event_id, resource_id),
    CONSTRAINT fk_event_bookings_event_resources_resource_id FOREIGN KEY (resource_id) REFERENCES event_resources (id) ON DELETE RESTRICT,
    CONSTRAINT fk_event_bookings_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE event_changes (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    kind text NOT NULL,
    value_before text,
    value_after text NOT NULL,
    ground text,
    on_day date NOT NULL,
    decided_by text NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id uuid,
    CONSTRAINT pk_event_changes PRIMARY KEY (id),
    CONSTRAINT fk_event_changes_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
);

CREATE TABLE event_items (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    position integer NOT NULL,
    begins time without time zone,
    title text NOT NULL,
    speaker text,
    CONSTRAINT pk_event_items PRIMARY KEY (id),
    CONSTRAINT fk_event_items_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE event_seats (
    event_id uuid NOT NULL,
    places integer,
    taken integer NOT NULL,
    waiting integer NOT NULL,
    turns bigint NOT NULL,
    CONSTRAINT pk_event_seats PRIMARY KEY (event_id),
    CONSTRAINT fk_event_seats_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_bookings_resource_id_starts_at ON event_bookings (resource_id, starts_at);

CREATE INDEX ix_event_changes_event_id ON event_changes (event_id);

CREATE INDEX ix_event_items_event_id_position ON event_items (event_id, position);

CREATE UNIQUE INDEX ix_event_resources_programme_id_kind_name ON event_resources (programme_id, kind, name);

CREATE INDEX ix_event_series_programme_id ON event_series (programme_id);

CREATE INDEX ix_events_is_public_state_day ON events (is_public, state, day);

CREATE INDEX ix_events_measure_id ON events (measure_id);

CREATE INDEX ix_events_object_id ON events (object_id);

CREATE INDEX ix_events_programme_id_day ON events (programme_id, day);

CREATE INDEX ix_events_series_id_series_number ON events (series_id, series_number);

CREATE INDEX ix_events_state_starts_at ON events (state, starts_at);

CREATE INDEX ix_events_territory_id ON events (territory_id);

CREATE INDEX ix_events_unit_id_day ON events (unit_id, day);
