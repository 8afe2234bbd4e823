SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.organisation_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$ SELECT organisation_id FROM app.live_session() $$;
GRANT EXECUTE ON FUNCTION app.organisation_id() TO accompany_app, accompany_stats, accompany_count;
