-- Agreed by a second admin, refused or withdrawn with a reason. In one word what became of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_figure(figure uuid, said text, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.actor_id(); organisation uuid := app.organisation_id(); f record; fault text;
BEGIN
  IF app.actor_role() IS DISTINCT FROM 'admin' THEN RETURN 'notFound'; END IF;
  SELECT x.* INTO f FROM public.newer_figure x WHERE x.id = figure AND x.organisation_id = organisation;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  -- One word about a fact at a time: two figures cannot both become the one that replaces the same.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('newer_figure ' || organisation::text || f.fact_slug, 0));
  SELECT x.* INTO f FROM public.newer_figure x WHERE x.id = figure FOR UPDATE;
  IF said = 'withdrawn' AND f.state IN ('asked', 'agreed') THEN
    UPDATE public.newer_figure SET state = 'withdrawn', withdrawn_by = me, withdrawn_at = app.now(), reason = why WHERE id = figure;
    RETURN 'ok';
  END IF;
  IF f.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'refused' THEN
    UPDATE public.newer_figure SET state = 'refused', answered_by = me, answered_at = app.now(), reason = why WHERE id = figure;
    RETURN 'ok';
  END IF;
  IF said <> 'agreed' THEN RETURN 'notFound'; END IF;
  fault := app.second_person(f.created_by, me, 'setup');
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  IF f.supersedes <> app.figure_version(organisation, f.fact_slug) THEN RETURN 'over'; END IF;
  UPDATE public.newer_figure SET state = 'agreed', answered_by = me, answered_at = app.now(),
         alone = (me = f.created_by), version = 1 + (SELECT COALESCE(pg_catalog.max(x.version), 1) FROM public.newer_figure x
                         WHERE x.organisation_id = organisation AND x.fact_slug = f.fact_slug)
   WHERE id = figure;
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.answer_figure(uuid, text, text) TO accompany_app;
