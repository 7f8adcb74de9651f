CREATE TABLE "registry_loads" (
    "id" TEXT NOT NULL CONSTRAINT "pk_registry_loads" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "registry_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "keeps" INTEGER NOT NULL,
    "own" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "waiting" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    CONSTRAINT "fk_registry_loads_registries_registry_id" FOREIGN KEY ("registry_id") REFERENCES "registries" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_registry_loads_registry_imports_id" FOREIGN KEY ("id") REFERENCES "registry_imports" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_registry_loads_registry_id" ON "registry_loads" ("registry_id");
