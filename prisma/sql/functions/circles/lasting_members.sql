-- Who stays in a circle: named without an end, at work here, of a role that reads. A stay with an end lapses without anyone
-- pressing anything, so it holds no file.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.lasting_members(file uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT m.staff_id
    FROM public.case_member m JOIN public.staff s ON s.id = m.staff_id
   WHERE m.case_id = file AND m.kind <> 'guest' AND m.valid_from <= app.now() + interval '1 second' AND m.valid_until IS NULL
     AND s.active AND s.role IN ('caseworker', 'coordinator')
$$;
