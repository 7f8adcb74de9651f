-- Texts drafted by themselves from decisions recorded in a registry.
ALTER TABLE media_rows ADD COLUMN draft_from text;

ALTER TABLE publications ADD COLUMN drafted_of text;

CREATE UNIQUE INDEX ix_publications_drafted_of ON publications (media_plan_id, measure_id, channel, drafted_of);
