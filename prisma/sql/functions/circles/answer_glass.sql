-- The answer of a second pair of eyes: who is in the circle, or leads the office; never who broke it. Once.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_glass(opening uuid, said text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id();
BEGIN
  UPDATE public.glass g SET verdict = said, reviewed_by = me, reviewed_at = app.now()
   WHERE g.id = opening AND g.id = ANY (app.my_glasses()) AND g.staff_id <> me AND g.verdict IS NULL;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.answer_glass(uuid, text) TO accompany_app;
