-- The first word of a unit: «клуб» finds «клуб по месту жительства» by an index.
ALTER TABLE "facts" ADD COLUMN "kind_head" TEXT NOT NULL DEFAULT '';

UPDATE "facts" SET "kind_head" = substr("kind_key", 1, instr("kind_key" || ' ', ' ') - 1);

ALTER TABLE "fact_objects" ADD COLUMN "kind_head" TEXT NOT NULL DEFAULT '';

UPDATE "fact_objects" SET "kind_head" = substr("kind_key", 1, instr("kind_key" || ' ', ' ') - 1);

ALTER TABLE "norms" ADD COLUMN "unit_head" TEXT NOT NULL DEFAULT '';

UPDATE "norms" SET "unit_head" = substr("unit_key", 1, instr("unit_key" || ' ', ' ') - 1);

CREATE INDEX "ix_fact_objects_programme_id_kind_head" ON "fact_objects" ("programme_id", "kind_head");

CREATE INDEX "ix_norms_programme_id_unit_head_phase" ON "norms" ("programme_id", "unit_head", "phase");
