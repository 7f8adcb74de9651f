CREATE TABLE jobs (
    name text NOT NULL,
    fence bigint NOT NULL,
    holder uuid,
    lease_until timestamp with time zone,
    next_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    result text,
    failure text,
    failures integer NOT NULL,
    CONSTRAINT pk_jobs PRIMARY KEY (name)
);

CREATE TABLE letters (
    id uuid NOT NULL,
    key text NOT NULL,
    message_id text NOT NULL,
    address text NOT NULL,
    name text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    unsubscribe text,
    state text NOT NULL,
    attempts integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    tried_again_at timestamp with time zone,
    failure text,
    fence bigint NOT NULL,
    CONSTRAINT pk_letters PRIMARY KEY (id)
);

CREATE TABLE mail_settings (
    id integer NOT NULL,
    host text NOT NULL,
    port integer NOT NULL,
    use_tls boolean NOT NULL,
    login text,
    protected_password text,
    sender text NOT NULL,
    sender_name text NOT NULL,
    site text NOT NULL,
    is_on boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_mail_settings PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_letters_key ON letters (key);

CREATE INDEX ix_letters_state_next_at ON letters (state, next_at);
