-- Noise is paid after everything that can refuse it for nothing has agreed (docs/adr/0100). The page asks before, in another
-- transaction; two admins who ask at the same time both got a yes there, and one of them paid for a request that was refused.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.spend_noise(frozen uuid, asked text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  cost integer := app.noise_cost(asked);
  own record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin spends the budget' USING ERRCODE = '42501';
  END IF;
  SELECT s.period_start, s.period_end INTO own FROM public.snapshot s WHERE s.id = frozen AND s.organisation_id = house;
  IF NOT FOUND OR cost IS NULL THEN RETURN 'notFound'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || house::text, 0));
  IF app.is_given(house, frozen, 'noise', asked) THEN RETURN 'given'; END IF;
  IF EXISTS (SELECT FROM public.sdc_request q WHERE q.organisation_id = house AND q.snapshot_id = frozen AND q.kind = 'noise' AND q.state = 'asked') THEN
    RETURN 'waits';
  END IF;
  IF EXISTS (SELECT FROM public.sdc_budget b WHERE b.snapshot_id = frozen AND b.plan = asked) THEN RETURN 'paid'; END IF;
  IF cost + (SELECT coalesce(sum(b.parts), 0) FROM public.sdc_budget b JOIN public.snapshot s ON s.id = b.snapshot_id
              WHERE b.organisation_id = house AND s.period_start <= own.period_end AND own.period_start <= s.period_end) > 5
     OR cost + (SELECT coalesce(sum(b.parts), 0) FROM public.sdc_budget b WHERE b.organisation_id = house) > 40 THEN
    RETURN 'used';
  END IF;
  INSERT INTO public.sdc_budget (snapshot_id, plan, organisation_id, parts, spent_by) VALUES (frozen, asked, house, cost, admin);
  RETURN 'paid';
END $$;
RESET ROLE;
