SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_mistake(mistake uuid, did text, said text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF app.actor_role() IS DISTINCT FROM 'admin' OR NOT EXISTS (
       SELECT FROM public.reported_mistake m WHERE m.id = mistake AND m.organisation_id = app.organisation_id()) THEN
    RETURN 'notFound';
  END IF;
  UPDATE public.reported_mistake SET outcome = did, answer = said, answered_by = app.actor_id(), answered_at = app.now()
   WHERE id = mistake AND outcome IS NULL;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'answered' END;
END $$;
GRANT EXECUTE ON FUNCTION app.answer_mistake(uuid, text, text) TO accompany_app;
