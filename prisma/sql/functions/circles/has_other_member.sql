SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.has_other_member(file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_member m JOIN public.staff s ON s.id = m.staff_id
                  WHERE m.case_id = file AND m.kind <> 'guest' AND m.staff_id <> app.worker_id() AND s.active
                    AND m.valid_from <= app.now() AND (m.valid_until IS NULL OR m.valid_until > app.now()))
$$;
GRANT EXECUTE ON FUNCTION app.has_other_member(uuid) TO accompany_app;
