CREATE TABLE event_letter_templates (
    event_id uuid NOT NULL,
    version integer NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    support text,
    number_index text,
    sign_post text NOT NULL,
    sign_name text,
    CONSTRAINT pk_event_letter_templates PRIMARY KEY (event_id),
    CONSTRAINT fk_event_letter_templates_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE TABLE event_letters (
    id uuid NOT NULL,
    version integer NOT NULL,
    event_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    organisation text NOT NULL,
    position integer NOT NULL,
    person text,
    email text,
    year integer,
    number integer,
    number_words text,
    registered_on date,
    subject text,
    body text,
    sign_post text,
    sign_name text,
    sent_on date,
    sent_how text,
    reply text NOT NULL,
    replied_on date,
    reply_note text,
    CONSTRAINT pk_event_letters PRIMARY KEY (id),
    CONSTRAINT fk_event_letters_events_event_id FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
);

CREATE INDEX ix_event_letters_event_id ON event_letters (event_id);

CREATE UNIQUE INDEX ix_event_letters_programme_id_year_number ON event_letters (programme_id, year, number);
