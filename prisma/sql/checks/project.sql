ALTER TABLE public.project
  ADD CONSTRAINT project_days CHECK (COALESCE(from_day <= until_day, true)),
  ADD CONSTRAINT project_name CHECK (char_length(name) BETWEEN 1 AND 120 AND char_length(funder) <= 120);
