SET ROLE accompany_guard;
-- Of whom the files say female or male, for the job that freezes: it reads nothing else of a person (docs/adr/0139).
CREATE OR REPLACE FUNCTION app.sexes_known() RETURNS TABLE (person_id uuid, sex text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT p.id, p.sex FROM public.person p WHERE app.job() = 'statistics' AND p.sex IN ('f', 'm')
$$;
GRANT EXECUTE ON FUNCTION app.sexes_known() TO accompany_job;
