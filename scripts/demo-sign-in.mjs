import { withClient } from './pg-client.mjs'

// One-click sign-in exists as a function of a demo's database and nowhere else: no migration makes it, so a wrong setting on a real
// server cannot bring it about. It signs in colleagues of a demo organisation only; they have
// nothing to prove who they are with, so that nothing asks them to for as long as the session lasts. Each start of a demo takes it away before the
// migrations, which compare the database with what this version makes, and gives it back after them.

const CLOSE = `
DO $$ BEGIN
  IF pg_catalog.to_regprocedure('app.demo_sign_in(uuid, text)') IS NOT NULL THEN
    DROP FUNCTION app.demo_sign_in(uuid, text);
    -- Of versions in which the guard read no organisation.
    DROP POLICY IF EXISTS demo ON public.organisation;
    REVOKE INSERT ON public.session FROM accompany_guard;
  END IF;
END $$`

const OPEN = `
CREATE FUNCTION app.demo_sign_in(person uuid, hash text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH opened AS (
    INSERT INTO public.session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at,
                                stepped_up_at, device)
    SELECT pg_catalog.gen_random_uuid(), hash, s.id, app.now(), app.now(), app.now() + interval '12 hours', false, app.now(),
           app.now() + interval '12 hours', 'demo'
      FROM public.staff s JOIN public.organisation o ON o.id = s.organisation_id
     WHERE s.id = person AND s.active AND o.kind = 'demo'
    RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM opened)
$$;
ALTER FUNCTION app.demo_sign_in(uuid, text) OWNER TO accompany_guard;
REVOKE ALL ON FUNCTION app.demo_sign_in(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.demo_sign_in(uuid, text) TO accompany_auth;
GRANT INSERT, SELECT ON public.session TO accompany_guard;`

/** @param {string} superuser url */
export const closeDemoSignIn = (superuser) => withClient(superuser, (client) => client.query(CLOSE))

/** @param {string} superuser url of a database without it */
export const openDemoSignIn = (superuser) =>
  withClient(superuser, (client) => client.query(`BEGIN; ${OPEN} COMMIT;`))
