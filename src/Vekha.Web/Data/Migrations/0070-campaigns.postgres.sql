CREATE TABLE campaigns (
    id uuid NOT NULL,
    version integer NOT NULL,
    programme_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    title text NOT NULL,
    fields text NOT NULL,
    date_words text,
    started_on date,
    started_by text,
    CONSTRAINT pk_campaigns PRIMARY KEY (id),
    CONSTRAINT fk_campaigns_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_campaigns_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES programmes (id) ON DELETE RESTRICT
);

CREATE TABLE campaign_dates (
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    due date NOT NULL,
    nominal date NOT NULL,
    opens date NOT NULL,
    why text NOT NULL,
    CONSTRAINT pk_campaign_dates PRIMARY KEY (id),
    CONSTRAINT fk_campaign_dates_campaigns_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaigns (id) ON DELETE CASCADE
);

CREATE TABLE campaign_units (
    campaign_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    district text,
    position integer NOT NULL,
    CONSTRAINT pk_campaign_units PRIMARY KEY (campaign_id, unit_id),
    CONSTRAINT fk_campaign_units_campaigns_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaigns (id) ON DELETE CASCADE,
    CONSTRAINT fk_campaign_units_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE form_reports (
    id uuid NOT NULL,
    version integer NOT NULL,
    campaign_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    date_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    due date NOT NULL,
    opens date NOT NULL,
    phase text NOT NULL,
    draft text NOT NULL,
    confirmed text NOT NULL,
    draft_at timestamp with time zone,
    CONSTRAINT pk_form_reports PRIMARY KEY (id),
    CONSTRAINT fk_form_reports_campaign_dates_date_id FOREIGN KEY (date_id) REFERENCES campaign_dates (id) ON DELETE RESTRICT,
    CONSTRAINT fk_form_reports_campaigns_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaigns (id) ON DELETE RESTRICT,
    CONSTRAINT fk_form_reports_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES organisations (id) ON DELETE RESTRICT
);

CREATE TABLE campaign_measures (
    campaign_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    CONSTRAINT pk_campaign_measures PRIMARY KEY (campaign_id, measure_id),
    CONSTRAINT fk_campaign_measures_campaigns_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaigns (id) ON DELETE CASCADE,
    CONSTRAINT fk_campaign_measures_measures_measure_id FOREIGN KEY (measure_id) REFERENCES measures (id) ON DELETE RESTRICT
);

CREATE TABLE form_acts (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    reason text,
    sent_values text,
    confirmed text NOT NULL,
    cell text,
    value_before text,
    value_after text,
    CONSTRAINT pk_form_acts PRIMARY KEY (id),
    CONSTRAINT fk_form_acts_form_reports_report_id FOREIGN KEY (report_id) REFERENCES form_reports (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_campaign_dates_campaign_id_due ON campaign_dates (campaign_id, due);

CREATE INDEX ix_campaign_measures_measure_id ON campaign_measures (measure_id);

CREATE INDEX ix_campaign_units_unit_id ON campaign_units (unit_id);

CREATE INDEX ix_campaigns_plan_id ON campaigns (plan_id);

CREATE INDEX ix_campaigns_programme_id ON campaigns (programme_id);

CREATE UNIQUE INDEX ix_form_acts_report_id_number ON form_acts (report_id, number);

CREATE INDEX ix_form_reports_campaign_id_due ON form_reports (campaign_id, due);

CREATE UNIQUE INDEX ix_form_reports_date_id_unit_id ON form_reports (date_id, unit_id);

CREATE INDEX ix_form_reports_unit_id_phase_due ON form_reports (unit_id, phase, due);
