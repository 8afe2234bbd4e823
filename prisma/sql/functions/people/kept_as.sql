-- With whom a person is found since they were merged, for anyone who reaches that person; nothing for everyone else.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.kept_as(person uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH RECURSIVE way AS (
    SELECT m.kept_id FROM public.person_merge m WHERE m.absorbed_id = person AND m.undone_at IS NULL
    UNION SELECT m.kept_id FROM way w JOIN public.person_merge m ON m.absorbed_id = w.kept_id AND m.undone_at IS NULL)
  SELECT w.kept_id FROM way w
   WHERE NOT EXISTS (SELECT 1 FROM public.person_merge m WHERE m.absorbed_id = w.kept_id AND m.undone_at IS NULL)
     AND app.is_my_person(w.kept_id)
$$;
GRANT EXECUTE ON FUNCTION app.kept_as(uuid) TO accompany_app;
