-- Whose number a unit's goes into: the forms of a campaign are a tree.
ALTER TABLE campaign_units ADD COLUMN parent_unit_id uuid;
