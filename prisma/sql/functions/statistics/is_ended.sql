-- Whether a snapshot has ended: its rows may go then, and never before.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_ended(frozen uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT FROM public.snapshot s WHERE s.id = frozen AND s.ended_at IS NOT NULL) $$;
