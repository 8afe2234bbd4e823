SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.actor_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT staff_id FROM app.live_session() $$;
GRANT EXECUTE ON FUNCTION app.actor_id() TO accompany_app, accompany_stats;
