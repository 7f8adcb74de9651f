CREATE TABLE journal_cursors (
    name text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT pk_journal_cursors PRIMARY KEY (name)
);

ALTER TABLE notice_settings ADD COLUMN decisions boolean NOT NULL DEFAULT TRUE;
