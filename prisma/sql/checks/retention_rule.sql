ALTER TABLE public.retention_rule
  ADD CONSTRAINT retention_rule_years CHECK (years BETWEEN 1 AND 50 AND length(source) BETWEEN 1 AND 300);
