-- True for a person whom the actor has just written down and who stands in no file yet: they may be put into one.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_new_person(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.person p WHERE p.id = person AND p.created_by = app.worker_id())
     AND NOT EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.person_id = person)
$$;
GRANT EXECUTE ON FUNCTION app.is_new_person(uuid) TO accompany_app;
