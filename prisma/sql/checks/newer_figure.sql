ALTER TABLE public.newer_figure
  ADD CONSTRAINT newer_figure_period CHECK (period_start <= period_end),
  ADD CONSTRAINT newer_figure_qualifier CHECK (qualifier IN ('exact', 'only', 'up_to', 'less_than', 'about', 'rounded', 'at_least', 'range')),
  ADD CONSTRAINT newer_figure_source CHECK (length(source_name) BETWEEN 1 AND 200 AND length(source_address) <= 500 AND source_address ~ '^https?://[^[:space:]]+$'
      AND length(note) BETWEEN 1 AND 1000),
  ADD CONSTRAINT newer_figure_state CHECK ((state IN ('asked', 'agreed', 'refused', 'withdrawn')) AND (answered_by IS NULL) = (answered_at IS NULL)
      AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (state = 'withdrawn') = (withdrawn_by IS NOT NULL)
      AND (state IN ('refused', 'withdrawn')) = (reason IS NOT NULL) AND length(reason) BETWEEN 1 AND 1000
      AND (state <> 'asked' OR answered_by IS NULL) AND ((state NOT IN ('agreed', 'refused')) OR answered_by IS NOT NULL)
      AND (state <> 'agreed' OR version IS NOT NULL) AND ((state NOT IN ('asked', 'refused')) OR version IS NULL)),
  ADD CONSTRAINT newer_figure_two CHECK (version IS NULL OR answered_by IS NOT NULL AND (answered_by = created_by) = alone),
  ADD CONSTRAINT newer_figure_value CHECK ((value IS NULL) = (value_min IS NOT NULL) AND (value IS NULL) = (value_max IS NOT NULL) AND value_min < value_max),
  ADD CONSTRAINT newer_figure_version CHECK (supersedes >= 1 AND version > supersedes);
