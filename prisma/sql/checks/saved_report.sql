ALTER TABLE public.saved_report
  ADD CONSTRAINT saved_report_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT saved_report_question CHECK (length(question) <= 2000 AND question ~ '^[A-Za-z0-9=&._~%+-]*$'),
  ADD CONSTRAINT saved_report_shared CHECK (shared IN ('own', 'team', 'organisation') AND (shared = 'team') = (team_id IS NOT NULL));
