DROP INDEX ix_assignments_programme_id_phase_control;

CREATE INDEX ix_assignments_overdue ON assignments (programme_id, phase, kind, answers, control, id);
