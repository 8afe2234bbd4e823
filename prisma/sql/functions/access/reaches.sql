-- Anyone who reads the file itself. A guest reads parts of it and is told of nothing.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.reaches(colleague uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM app.reading(file) r WHERE r.staff_id = colleague AND r.reason <> 'guest') $$;
