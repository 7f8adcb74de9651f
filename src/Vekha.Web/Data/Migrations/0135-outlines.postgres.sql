CREATE TABLE tile_server (
    id integer NOT NULL,
    address text NOT NULL,
    credit text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_tile_server PRIMARY KEY (id)
);

CREATE TABLE territory_outlines (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    territory_id uuid,
    name text NOT NULL,
    shape text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_territory_outlines PRIMARY KEY (id),
    CONSTRAINT fk_territory_outlines_organisations_territory_id FOREIGN KEY (territory_id) REFERENCES organisations (id) ON DELETE RESTRICT,
    CONSTRAINT fk_territory_outlines_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_territory_outlines_programme_id_name ON territory_outlines (programme_id, name);

CREATE INDEX ix_territory_outlines_territory_id ON territory_outlines (territory_id);

ALTER TABLE fact_objects ADD COLUMN latitude double precision;

ALTER TABLE fact_objects ADD COLUMN longitude double precision;

-- The map of a norm draws cards that have said where they are.
UPDATE fact_objects SET latitude = (SELECT latitude FROM registry_objects WHERE registry_objects.id = fact_objects.id),
    longitude = (SELECT longitude FROM registry_objects WHERE registry_objects.id = fact_objects.id);
