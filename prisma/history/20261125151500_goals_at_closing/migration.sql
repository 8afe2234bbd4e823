-- A goal that is still worked towards is open in a file as a deadline is: closing asks about it, too.
ALTER TABLE public.case_leftover DROP CONSTRAINT case_leftover_kind;
ALTER TABLE public.case_leftover ADD CONSTRAINT case_leftover_kind
  CHECK (kind IN ('deadline', 'task', 'plan', 'step', 'signal', 'goal'));
