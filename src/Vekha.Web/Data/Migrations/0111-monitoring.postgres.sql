CREATE TABLE campaign_goals (
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    field text NOT NULL,
    unit_id uuid,
    baseline numeric,
    target numeric,
    CONSTRAINT pk_campaign_goals PRIMARY KEY (id),
    CONSTRAINT fk_campaign_goals_campaigns_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaigns (id) ON DELETE CASCADE,
    CONSTRAINT fk_campaign_goals_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE form_outliers (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    cell text NOT NULL,
    value text NOT NULL,
    words text NOT NULL,
    on_day date NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_form_outliers PRIMARY KEY (id),
    CONSTRAINT fk_form_outliers_form_reports_report_id FOREIGN KEY (report_id) REFERENCES form_reports (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_campaign_goals_campaign_id_field_unit_id ON campaign_goals (campaign_id, field, unit_id);

CREATE INDEX ix_campaign_goals_unit_id ON campaign_goals (unit_id);

CREATE UNIQUE INDEX ix_form_outliers_report_id_cell_value ON form_outliers (report_id, cell, value);
