-- «График выхода видеосюжетов», and notices that tell of a change.
ALTER TABLE notices ADD COLUMN words text;

ALTER TABLE notices ADD COLUMN address text;

-- What a publication announces or sums up.
ALTER TABLE publications ADD COLUMN event_id uuid;

CREATE TABLE premieres (
    id uuid NOT NULL,
    version integer NOT NULL,
    media_plan_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    site_id uuid NOT NULL,
    site text NOT NULL,
    practice1 text NOT NULL,
    practice2 text,
    length text,
    responsible text,
    wish_on date,
    wish_hour integer,
    wish_at timestamp with time zone,
    slot_on date,
    slot_hour integer,
    script_on date,
    filmed_on date,
    edited_on date,
    link text,
    out_on date,
    gone_on date,
    CONSTRAINT pk_premieres PRIMARY KEY (id),
    CONSTRAINT fk_premieres_media_plans_media_plan_id FOREIGN KEY (media_plan_id) REFERENCES media_plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_premieres_organisations_site_id FOREIGN KEY (site_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_premieres_media_plan_id_slot_on_slot_hour ON premieres (media_plan_id, slot_on, slot_hour);

CREATE INDEX ix_premieres_site_id ON premieres (site_id);
