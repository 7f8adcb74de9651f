-- «Строки медиаплана», and the second of «2 раза в месяц» beside the first.
ALTER TABLE publications ADD COLUMN turn integer NOT NULL DEFAULT 1;

DROP INDEX ix_publications_assignment_id_channel;

CREATE UNIQUE INDEX ix_publications_assignment_id_channel_turn ON publications (assignment_id, channel, turn);

CREATE TABLE media_rows (
    media_plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    format text NOT NULL,
    channels text NOT NULL,
    CONSTRAINT pk_media_rows PRIMARY KEY (media_plan_id, measure_id),
    CONSTRAINT fk_media_rows_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT,
    CONSTRAINT fk_media_rows_media_plans_media_plan_id FOREIGN KEY (media_plan_id) REFERENCES media_plans (id) ON DELETE RESTRICT
);

CREATE INDEX ix_media_rows_measure_id ON media_rows (measure_id);
