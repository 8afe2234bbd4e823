SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.holds_something(colleague uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.worker_id = colleague AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']))
      OR EXISTS (SELECT 1 FROM public.case_member m JOIN public.case_file f ON f.id = m.case_id
                  WHERE m.staff_id = colleague AND m.kind <> 'guest' AND m.valid_until IS NULL AND f.secrecy <> 'open'
                    AND (SELECT pg_catalog.count(*) FROM app.lasting_members(f.id) x(id) WHERE x.id <> colleague) < 2)
$$;
