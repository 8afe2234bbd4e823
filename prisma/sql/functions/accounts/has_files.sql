-- Whether the organisation has recorded anyone: from its first file on, the exceptions of the first days are over.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.has_files(house uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_file f JOIN public.team t ON t.id = f.team_id WHERE t.organisation_id = house)
$$;
