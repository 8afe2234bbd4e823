-- Pays for the noisy tables of a plan before they are counted, and says 'paid'; 'used' when the budget does not reach. The same plan
-- is paid once. Five parts for all periods that share a day: epsilon 2 at a delta of one in a million. Forty for an organisation,
-- for ever: a person who was met in many periods loses no more than they would in eight.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.spend_noise(frozen uuid, asked text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  cost integer := app.noise_cost(asked);
  own record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin spends the budget' USING ERRCODE = '42501';
  END IF;
  SELECT s.period_start, s.period_end INTO own FROM public.snapshot s WHERE s.id = frozen AND s.organisation_id = organisation;
  IF NOT FOUND OR cost IS NULL THEN RETURN 'notFound'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || organisation::text, 0));
  IF app.is_given(organisation, frozen, 'noise', asked) THEN RETURN 'given'; END IF;
  IF EXISTS (SELECT FROM public.sdc_request q WHERE q.organisation_id = organisation AND q.snapshot_id = frozen AND q.kind = 'noise' AND q.state = 'asked') THEN
    RETURN 'waits';
  END IF;
  IF EXISTS (SELECT FROM public.sdc_budget b WHERE b.snapshot_id = frozen AND b.plan = asked) THEN RETURN 'paid'; END IF;
  IF cost + (SELECT coalesce(sum(b.parts), 0) FROM public.sdc_budget b JOIN public.snapshot s ON s.id = b.snapshot_id
              WHERE b.organisation_id = organisation AND s.period_start <= own.period_end AND own.period_start <= s.period_end) > 5
     OR cost + (SELECT coalesce(sum(b.parts), 0) FROM public.sdc_budget b WHERE b.organisation_id = organisation) > 40 THEN
    RETURN 'used';
  END IF;
  INSERT INTO public.sdc_budget (snapshot_id, plan, organisation_id, parts, spent_by) VALUES (frozen, asked, organisation, cost, admin);
  RETURN 'paid';
END $$;
GRANT EXECUTE ON FUNCTION app.spend_noise(uuid, text) TO accompany_app;
