-- Tells colleagues, and the caller learns nothing: neither who was told nor who may open the file. Anyone who cannot open
-- it is not told, an unread line of the same kind about the same file stands for both, no one is told of their own action.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.notify(about text, colleagues uuid[], file uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  INSERT INTO public.notice (staff_id, kind, case_id)
  SELECT s.id, about, file
    FROM public.staff s
   WHERE s.id = ANY (colleagues)
     AND s.id <> app.actor_id()
     AND s.organisation_id = app.organisation_id()
     AND s.active
     AND (file IS NULL OR (app.reaches(app.actor_id(), file) AND app.reaches(s.id, file)))
     AND NOT EXISTS (SELECT 1 FROM public.notice n
                      WHERE n.staff_id = s.id AND n.kind = about AND n.case_id IS NOT DISTINCT FROM file AND n.read_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION app.notify(text, uuid[], uuid) TO accompany_app;
