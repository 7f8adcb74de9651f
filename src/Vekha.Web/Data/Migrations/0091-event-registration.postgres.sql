-- How many may register from one address within an hour.
ALTER TABLE events ADD COLUMN per_address integer;

CREATE TABLE event_form_requests (
    id uuid NOT NULL,
    version integer NOT NULL,
    event_id uuid NOT NULL,
    form text NOT NULL,
    venue text,
    link text,
    ground text NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    asked_by text NOT NULL,
    state text NOT NULL,
    why text,
    CONSTRAINT pk_event_form_requests PRIMARY KEY (id),
    CONSTRAINT fk_event_form_requests_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE event_host_links (
    event_id uuid NOT NULL,
    version integer NOT NULL,
    secret_hash text NOT NULL,
    host text NOT NULL,
    at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_event_host_links PRIMARY KEY (event_id),
    CONSTRAINT fk_event_host_links_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE event_registrations (
    id uuid NOT NULL,
    version integer NOT NULL,
    event_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    source text NOT NULL,
    state text NOT NULL,
    turn bigint NOT NULL,
    code text NOT NULL,
    at timestamp with time zone NOT NULL,
    name text NOT NULL,
    email text,
    email_key text,
    phone text,
    organisation text,
    post text,
    tag text,
    seats integer NOT NULL,
    is_child boolean NOT NULL,
    address_hash text,
    left_at timestamp with time zone,
    moved_up_at timestamp with time zone,
    checked_in_at timestamp with time zone,
    checked_in_by text,
    reminded_at timestamp with time zone,
    erased_on date,
    CONSTRAINT pk_event_registrations PRIMARY KEY (id),
    CONSTRAINT fk_event_registrations_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE INDEX ix_event_form_requests_event_id_state ON event_form_requests (event_id, state);

CREATE UNIQUE INDEX ix_event_host_links_secret_hash ON event_host_links (secret_hash);

CREATE INDEX ix_event_registrations_event_id_address_hash_at ON event_registrations (event_id, address_hash, at);

CREATE UNIQUE INDEX ix_event_registrations_event_id_code ON event_registrations (event_id, code);

CREATE UNIQUE INDEX ix_event_registrations_event_id_email_key ON event_registrations (event_id, email_key);

CREATE INDEX ix_event_registrations_event_id_state_turn ON event_registrations (event_id, state, turn);

CREATE INDEX ix_event_registrations_programme_id_erased_on ON event_registrations (programme_id, erased_on);
