SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_held(file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM public.legal_hold h WHERE h.case_id = file AND h.lifted_at IS NULL) $$;
