CREATE TABLE imports (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    file_id uuid NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    year integer,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_by_id uuid,
    state text NOT NULL,
    taken_until timestamp with time zone,
    problems text NOT NULL,
    title text NOT NULL,
    confirmed integer NOT NULL,
    rows integer NOT NULL,
    source_text text,
    draft_text text,
    review_text text,
    changed_by text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    plan_id uuid,
    CONSTRAINT pk_imports PRIMARY KEY (id),
    CONSTRAINT fk_imports_files_file_id FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE,
    CONSTRAINT fk_imports_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE CASCADE
);

CREATE INDEX ix_imports_file_id ON imports (file_id);

CREATE INDEX ix_imports_programme_id_sha256 ON imports (programme_id, sha256);

CREATE INDEX ix_imports_state ON imports (state);
