SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_colleague(staff uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.staff s WHERE s.id = staff AND s.organisation_id = app.organisation_id())
$$;
GRANT EXECUTE ON FUNCTION app.is_colleague(uuid) TO accompany_app;
