CREATE TABLE event_objects (
    event_id uuid NOT NULL,
    object_id uuid NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    at_time time without time zone,
    address text,
    note text,
    CONSTRAINT pk_event_objects PRIMARY KEY (event_id, object_id),
    CONSTRAINT fk_event_objects_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT,
    CONSTRAINT fk_event_objects_registry_objects_object_id FOREIGN KEY (object_id) REFERENCES registry_objects (id) ON DELETE RESTRICT
);

CREATE INDEX ix_event_objects_object_id ON event_objects (object_id);

-- An event that was about one card keeps it.
INSERT INTO event_objects (event_id, object_id, name, position, address)
SELECT e.id, o.id, o.name, 1, o.address FROM events e JOIN registry_objects o ON o.id = e.object_id;

ALTER TABLE events ADD COLUMN is_on_route boolean NOT NULL DEFAULT FALSE;

ALTER TABLE event_letters ADD COLUMN addressee_group text;

ALTER TABLE event_letters ADD COLUMN coming integer;

ALTER TABLE event_letter_templates ADD COLUMN press_subject text;

ALTER TABLE event_letter_templates ADD COLUMN press_body text;

ALTER TABLE event_registrations ADD COLUMN let_in_by text;

ALTER TABLE event_registrations ADD COLUMN let_in_why text;
