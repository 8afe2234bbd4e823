ALTER TABLE public.report_run
  ADD CONSTRAINT report_run_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT report_run_question CHECK (length(question) <= 2000 AND question ~ '^[A-Za-z0-9=&._~%+-]*$');
