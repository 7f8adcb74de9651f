-- A likely double is looked for by day and title: thousands of facts may be of one day.
CREATE INDEX "ix_facts_programme_id_day_title_key" ON "facts" ("programme_id", "day", "title_key");
