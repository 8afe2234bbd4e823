-- What the organisation of the session has set, with its name, for the first statement of every transaction. Never the mail server.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.own_settings(organisation uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT pg_catalog.jsonb_build_object('organisation.name', o.name)
         || COALESCE((SELECT pg_catalog.jsonb_object_agg(s.key, s.value) FROM public.setting s
                       WHERE s.organisation_id = o.id AND s.key <> 'mail.server'), '{}'::jsonb)
    FROM public.organisation o WHERE o.id = organisation AND organisation = app.organisation_id()
$$;
GRANT EXECUTE ON FUNCTION app.own_settings(uuid) TO accompany_app, accompany_stats;
