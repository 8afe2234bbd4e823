-- What noisy tables cost, paid before anything is counted (docs/adr/0085).

-- CreateTable
CREATE TABLE "sdc_budget" (
    "snapshot_id" UUID NOT NULL,
    "plan" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "parts" INTEGER NOT NULL,
    "spent_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "sdc_budget_pkey" PRIMARY KEY ("snapshot_id","plan")
);

-- AddForeignKey
ALTER TABLE "sdc_budget" ADD CONSTRAINT "sdc_budget_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public.sdc_budget ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sdc_budget FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.sdc_budget FROM PUBLIC;
CREATE POLICY reads ON public.sdc_budget FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.sdc_budget FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.sdc_budget TO accompany_stats, accompany_backup;
GRANT SELECT, INSERT ON public.sdc_budget TO accompany_guard;
-- What was spent stays spent, also when nothing came of it.
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON public.sdc_budget FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

SET ROLE accompany_guard;

-- What a plan costs: its tables, each as often as one person may stand in it. One part is a table with noise of variance 37 and one
-- answer a person, a zCDP of 1/74. Null for what is no plan. The same numbers as lib/statistics/noise.rules.ts; a test compares them.
CREATE FUNCTION app.noise_cost(plan text) RETURNS integer
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT CASE plan WHEN 'people' THEN 3 WHEN 'ages' THEN 2 WHEN 'subjects' THEN 3 END
$$;

-- Pays for the noisy tables of a plan before they are counted, and says 'paid'; 'used' when the budget does not reach. The same plan
-- is paid once. Five parts for all periods that share a day: epsilon 2 at a delta of one in a million. Forty for a house, for ever:
-- somebody who was met in many periods loses no more than she would in eight.
CREATE FUNCTION app.spend_noise(frozen uuid, asked text) RETURNS text
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
  IF EXISTS (SELECT FROM public.sdc_budget b WHERE b.snapshot_id = frozen AND b.plan = asked) THEN RETURN 'paid'; END IF;
  IF cost + (SELECT coalesce(sum(b.parts), 0) FROM public.sdc_budget b JOIN public.snapshot s ON s.id = b.snapshot_id
              WHERE b.organisation_id = house AND s.period_start <= own.period_end AND own.period_start <= s.period_end) > 5
     OR cost + (SELECT coalesce(sum(b.parts), 0) FROM public.sdc_budget b WHERE b.organisation_id = house) > 40 THEN
    RETURN 'used';
  END IF;
  INSERT INTO public.sdc_budget (snapshot_id, plan, organisation_id, parts, spent_by) VALUES (frozen, asked, house, cost, admin);
  RETURN 'paid';
END $$;

-- Noise is given once for a plan of a period, and how much of it for a day is said by the budget; rows and exact tables as before.
DROP FUNCTION app.is_given(uuid, uuid, text);
CREATE FUNCTION app.is_given(house uuid, frozen uuid, what text, choice text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT FROM public.sdc_request q JOIN public.snapshot other ON other.id = q.snapshot_id
                                     JOIN public.snapshot own ON own.id = frozen
     WHERE q.organisation_id = house AND q.state = 'approved'
       AND CASE what WHEN 'noise' THEN q.kind = 'noise' AND q.snapshot_id = frozen AND q.spec ->> 'measure' = choice
                     ELSE q.kind IN ('rows', 'exact') END
       AND other.period_start <= own.period_end AND own.period_start <= other.period_end)
$$;
REVOKE ALL ON FUNCTION app.is_given(uuid, uuid, text, text), app.noise_cost(text), app.spend_noise(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.spend_noise(uuid, text) TO accompany_app;

CREATE OR REPLACE FUNCTION app.ask_release(request uuid, asked jsonb, receiver text, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  f record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin asks for a release' USING ERRCODE = '42501';
  END IF;
  SELECT x.* INTO f FROM pg_catalog.jsonb_to_record(asked) AS x("snapshotId" uuid, kind text, "releaseId" text, spec jsonb, facts jsonb, "fileHashes" jsonb)
    JOIN public.snapshot s ON s.id = x."snapshotId" AND s.organisation_id = house;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || house::text, 0));
  IF f.kind = 'noise' AND NOT EXISTS (
    SELECT FROM public.sdc_budget b WHERE b.snapshot_id = f."snapshotId" AND b.plan = f.spec ->> 'measure') THEN
    RAISE EXCEPTION 'noise is asked for when it is paid' USING ERRCODE = '42501';
  END IF;
  IF app.is_given(house, f."snapshotId", f.kind, f.spec ->> 'measure') THEN RETURN 'given'; END IF;
  IF EXISTS (SELECT FROM public.sdc_request q WHERE q.organisation_id = house AND q.snapshot_id = f."snapshotId" AND q.kind = f.kind AND q.state = 'asked') THEN
    RETURN 'waits';
  END IF;
  INSERT INTO public.sdc_request (id, organisation_id, snapshot_id, kind, release_id, spec, facts, file_hashes, recipient, purpose, requested_by)
  VALUES (request, house, f."snapshotId", f.kind, f."releaseId", f.spec, f.facts, f."fileHashes", receiver, why, admin);
  RETURN 'asked';
END $$;

CREATE OR REPLACE FUNCTION app.answer_request(request uuid, said text, why text, files jsonb, handover uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  q record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin answers a request' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || house::text, 0));
  SELECT x.* INTO q FROM public.sdc_request x WHERE x.id = request AND x.organisation_id = house FOR UPDATE;
  IF NOT FOUND OR said NOT IN ('approved', 'declined') THEN RETURN 'notFound'; END IF;
  IF q.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'declined' THEN
    UPDATE public.sdc_request SET state = 'declined', answered_by = admin, answered_at = app.now(), reason = why WHERE id = request;
    RETURN 'ok';
  END IF;
  IF admin = q.requested_by THEN RETURN 'notOneself'; END IF;
  IF app.is_given(house, q.snapshot_id, q.kind, q.spec ->> 'measure') THEN RETURN 'given'; END IF;
  IF pg_catalog.encode(pg_catalog.sha256(pg_catalog.decode(files ->> 'zip', 'base64')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'zip'
     OR pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(files ->> 'csv', 'UTF8')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'csv'
     OR pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(files ->> 'json', 'UTF8')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'json' THEN
    RETURN 'changed';
  END IF;
  UPDATE public.sdc_request SET state = 'approved', answered_by = admin, answered_at = app.now() WHERE id = request;
  INSERT INTO public.sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden,
                                  cells_new, meter_after, csv, json, file_hashes, requested_by, profile, certificate, zip,
                                  kind, approved_by)
  SELECT q.release_id, house, q.snapshot_id, f.measure, q.spec, f."engineVersion", f."cellsShown", f."cellsHidden", 0, 0, f.csv,
         f.json, q.file_hashes, q.requested_by, 'public', f.certificate, pg_catalog.decode(f.zip, 'base64'), q.kind, admin
    FROM pg_catalog.jsonb_to_record(files) AS f(measure text, "engineVersion" text, "cellsShown" integer, "cellsHidden" integer,
           csv text, json text, certificate text, zip text);
  INSERT INTO public.sdc_handover (id, release_id, recipient, purpose, requested_by)
  VALUES (handover, q.release_id, q.recipient, q.purpose, q.requested_by);
  RETURN 'ok';
END $$;
RESET ROLE;
