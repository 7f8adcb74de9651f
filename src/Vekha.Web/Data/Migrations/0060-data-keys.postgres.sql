CREATE TABLE data_keys (
    name text NOT NULL,
    xml text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_data_keys PRIMARY KEY (name)
);
