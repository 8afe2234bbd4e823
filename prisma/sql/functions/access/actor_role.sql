SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.actor_role() RETURNS public.role
  LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$ SELECT role FROM app.live_session() $$;
GRANT EXECUTE ON FUNCTION app.actor_role() TO accompany_app, accompany_stats, accompany_count;
