CREATE TABLE registry_loads (
    id uuid NOT NULL,
    version integer NOT NULL,
    registry_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    keeps boolean NOT NULL,
    own text NOT NULL,
    unit_name text NOT NULL,
    waiting text NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT pk_registry_loads PRIMARY KEY (id),
    CONSTRAINT fk_registry_loads_registries_registry_id FOREIGN KEY (registry_id) REFERENCES registries (id) ON DELETE RESTRICT,
    CONSTRAINT fk_registry_loads_registry_imports_id FOREIGN KEY (id) REFERENCES registry_imports (id) ON DELETE CASCADE
);

CREATE INDEX ix_registry_loads_registry_id ON registry_loads (registry_id);
