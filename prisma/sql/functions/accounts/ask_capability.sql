-- An admin asks that a colleague may read exact figures until a day: at most 13 months, and of restricted and sealed files at most three
-- colleagues at one time. Nothing is given yet. In one word what came of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.ask_capability(id uuid, account uuid, what text, until date) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  today date := (app.now() AT TIME ZONE 'Europe/Brussels')::date;
  fault text;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin asks who may read figures' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM public.staff s WHERE s.id = account AND s.organisation_id = organisation AND s.active AND s.role <> 'guest') THEN
    RETURN 'notFound';
  END IF;
  IF account = admin THEN RETURN 'own'; END IF;
  IF until < today THEN RETURN 'past'; END IF;
  IF until > today + interval '13 months' THEN RETURN 'tooFar'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('capability ' || organisation::text, 0));
  IF EXISTS (SELECT FROM public.capability_grant g
              WHERE g.holder_id = account AND g.kind = what AND g.state = 'asked' AND g.ends_on >= today) THEN
    RETURN 'waits';
  END IF;
  fault := app.capability_fault(organisation, account, what);
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  INSERT INTO public.capability_grant (id, organisation_id, holder_id, kind, ends_on, asked_by, asked_at)
  VALUES (ask_capability.id, organisation, account, what, until, admin, app.now());
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.ask_capability(uuid, uuid, text, date) TO accompany_app;
