CREATE TABLE sites (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    card_id uuid NOT NULL,
    name text NOT NULL,
    since date NOT NULL,
    CONSTRAINT pk_sites PRIMARY KEY (id),
    CONSTRAINT fk_sites_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_sites_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT,
    CONSTRAINT fk_sites_registry_objects_card_id FOREIGN KEY (card_id) REFERENCES registry_objects (id) ON DELETE RESTRICT
);

CREATE TABLE site_invitations (
    id uuid NOT NULL,
    version integer NOT NULL,
    site_id uuid NOT NULL,
    person_id uuid NOT NULL,
    address text NOT NULL,
    token_hash text NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    answered_at timestamp with time zone,
    is_accepted boolean,
    reason text,
    CONSTRAINT pk_site_invitations PRIMARY KEY (id),
    CONSTRAINT fk_site_invitations_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_site_invitations_sites_site_id FOREIGN KEY (site_id) REFERENCES sites (id) ON DELETE CASCADE
);

CREATE INDEX ix_site_invitations_person_id ON site_invitations (person_id);

CREATE INDEX ix_site_invitations_site_id ON site_invitations (site_id);

CREATE UNIQUE INDEX ix_site_invitations_token_hash ON site_invitations (token_hash);

CREATE INDEX ix_sites_card_id ON sites (card_id);

CREATE UNIQUE INDEX ix_sites_programme_id_unit_id ON sites (programme_id, unit_id);

CREATE INDEX ix_sites_unit_id ON sites (unit_id);
