SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_kept_apart(person uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.kept_apart k JOIN public.case_person cp ON cp.case_id = k.case_id
                  WHERE k.other_case_id = file AND k.lifted_at IS NULL AND cp.person_id = person)
     AND app.is_my_person(person)
$$;
GRANT EXECUTE ON FUNCTION app.is_kept_apart(uuid, uuid) TO accompany_app;
