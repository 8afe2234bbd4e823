-- Who did it: a colleague, by a session or by what their device sealed (then the store of the device stands in the place of the session); a job;
-- the sign-in; or someone outside who opens a link.
CREATE OR REPLACE FUNCTION app.sign_audit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.at := app.now();
  NEW.txid := app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint;
  IF CURRENT_USER = 'accompany_job' THEN
    NEW.actor_kind := 'job:' || COALESCE(app.job(), 'unnamed');
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF CURRENT_USER = 'accompany_auth' THEN
    NEW.actor_kind := 'auth';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF SESSION_USER = 'accompany_share' THEN
    NEW.actor_kind := 'outside';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSE
    SELECT CASE WHEN COALESCE(pg_catalog.current_setting('app.token', true), '') = '' THEN 'device' ELSE 'staff' END, a.staff_id, a.session_id
      INTO NEW.actor_kind, NEW.actor_id, NEW.session_id FROM app.live_session() a;
    IF NEW.actor_id IS NULL THEN
      RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NEW;
END $$;
