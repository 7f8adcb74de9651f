ALTER TABLE accounts ADD COLUMN factor_since timestamp with time zone;

ALTER TABLE accounts ADD COLUMN factor_key text;

ALTER TABLE accounts ADD COLUMN spare_codes text;

ALTER TABLE accounts ADD COLUMN used_code text;

CREATE TABLE factor_rules (
    role text NOT NULL,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_factor_rules PRIMARY KEY (role)
);
