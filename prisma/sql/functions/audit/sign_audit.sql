-- As before, and of anyone who opens a link: no one of the organisation.
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
    SELECT 'staff', a.staff_id, a.session_id INTO NEW.actor_kind, NEW.actor_id, NEW.session_id FROM app.live_session() a;
    IF NEW.actor_id IS NULL THEN
      RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NEW;
END $$;
