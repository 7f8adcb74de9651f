DROP INDEX "ix_assignments_parent_id_object_id";

CREATE INDEX "ix_assignments_parent_id_object_id" ON "assignments" ("parent_id", "object_id");
