-- What two admins decide: agreed by the second one, refused, or withdrawn by who asked. In one word what became of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_config(edition uuid, said text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.actor_id(); organisation uuid := app.organisation_id(); e record; fault text;
BEGIN
  IF app.actor_role() IS DISTINCT FROM 'admin' THEN RETURN 'notFound'; END IF;
  SELECT x.* INTO e FROM public.config_edition x WHERE x.id = edition AND x.organisation_id = organisation FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF e.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'refused' OR said = 'withdrawn' THEN
    UPDATE public.config_edition SET state = said, answered_by = me, answered_at = app.now() WHERE id = edition;
    RETURN 'ok';
  END IF;
  IF said <> 'set' THEN RETURN 'notFound'; END IF;
  fault := app.second_person(e.created_by, me, 'setup');
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  IF e.before IS DISTINCT FROM app.config_now(organisation, e.subject, e.item) THEN RETURN 'over'; END IF;
  UPDATE public.config_edition SET state = 'set', answered_by = me, answered_at = app.now() WHERE id = edition;
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.answer_config(uuid, text) TO accompany_app;
