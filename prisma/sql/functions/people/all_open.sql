SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.all_open(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.bool_and(f.secrecy = 'open' AND f.kind <> 'thb'), false)
    FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id WHERE cp.person_id = person
$$;
