-- The actor when they may work on files at all: an admin reaches no content whatever row names them, a guest only reads.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.worker_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT staff_id FROM app.live_session() WHERE role IN ('caseworker', 'coordinator') $$;
GRANT EXECUTE ON FUNCTION app.worker_id() TO accompany_app;
