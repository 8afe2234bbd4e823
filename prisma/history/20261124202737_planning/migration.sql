-- The room "planning": what is meant to happen, before it is written down as a visit.

-- CreateTable
CREATE TABLE "visit_plan" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_plan_visitor" (
    "plan_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "goes" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "visit_plan_visitor_pkey" PRIMARY KEY ("plan_id","staff_id")
);

-- CreateTable
CREATE TABLE "visit_plan_person" (
    "plan_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT,
    "planned" BOOLEAN NOT NULL DEFAULT true,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "visit_plan_person_pkey" PRIMARY KEY ("plan_id","case_id","person_id")
);

-- CreateTable
CREATE TABLE "visit_wish" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawn_at" TIMESTAMPTZ(3),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "visit_wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "centre_closure" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "centre_closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "revoked_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "fetches" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visit_plan_team_id_on_date_idx" ON "visit_plan"("team_id", "on_date");

-- CreateIndex
CREATE INDEX "visit_plan_on_date_idx" ON "visit_plan"("on_date");

-- CreateIndex
CREATE INDEX "visit_plan_visitor_staff_id_idx" ON "visit_plan_visitor"("staff_id");

-- CreateIndex
CREATE INDEX "visit_plan_person_case_id_idx" ON "visit_plan_person"("case_id");

-- CreateIndex
CREATE INDEX "visit_plan_person_person_id_idx" ON "visit_plan_person"("person_id");

-- CreateIndex
CREATE INDEX "visit_plan_person_team_id_idx" ON "visit_plan_person"("team_id");

-- CreateIndex
CREATE INDEX "visit_wish_case_id_idx" ON "visit_wish"("case_id");

-- CreateIndex
CREATE INDEX "visit_wish_person_id_idx" ON "visit_wish"("person_id");

-- CreateIndex
CREATE INDEX "visit_wish_team_id_idx" ON "visit_wish"("team_id");

-- CreateIndex
CREATE INDEX "centre_closure_organisation_id_until_day_idx" ON "centre_closure"("organisation_id", "until_day");

-- CreateIndex
CREATE INDEX "centre_closure_place_id_idx" ON "centre_closure"("place_id");

-- CreateIndex
CREATE INDEX "calendar_feed_secret_hash_idx" ON "calendar_feed"("secret_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_staff_id_idx" ON "calendar_feed"("staff_id");

-- AddForeignKey
ALTER TABLE "visit_plan" ADD CONSTRAINT "visit_plan_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan" ADD CONSTRAINT "visit_plan_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan" ADD CONSTRAINT "visit_plan_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan_visitor" ADD CONSTRAINT "visit_plan_visitor_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "visit_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan_visitor" ADD CONSTRAINT "visit_plan_visitor_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan_person" ADD CONSTRAINT "visit_plan_person_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "visit_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan_person" ADD CONSTRAINT "visit_plan_person_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan_person" ADD CONSTRAINT "visit_plan_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_wish" ADD CONSTRAINT "visit_wish_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_wish" ADD CONSTRAINT "visit_wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_wish" ADD CONSTRAINT "visit_wish_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_closure" ADD CONSTRAINT "centre_closure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_closure" ADD CONSTRAINT "centre_closure_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_closure" ADD CONSTRAINT "centre_closure_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.visit_plan ADD CONSTRAINT visit_plan_state CHECK (state IN ('draft', 'published', 'cancelled'));
ALTER TABLE public.centre_closure ADD CONSTRAINT centre_closure_days CHECK (from_day <= until_day);

-- 2. Plans ----------------------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visit_plan', 'visit_plan_visitor', 'centre_closure', 'calendar_feed'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT ON public.%I TO accompany_backup', t);
  END LOOP;
END $$;

CREATE POLICY guards ON public.visit_plan FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards ON public.visit_plan_visitor FOR SELECT TO accompany_guard USING (true);
GRANT SELECT (id, on_date, starts_at, ends_at, state, place_id, version) ON public.visit_plan TO accompany_guard;
GRANT SELECT ON public.visit_plan_visitor TO accompany_guard;

SET ROLE accompany_guard;
-- The plans that name the actor; whether she may see one yet, its policy says.
CREATE FUNCTION app.my_plans() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(v.plan_id), '{}')
    FROM public.visit_plan_visitor v WHERE v.staff_id = app.worker_id() AND v.goes
$$;
REVOKE ALL ON FUNCTION app.my_plans() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_plans() TO accompany_app;
RESET ROLE;

-- A draft is its maker's and the coordinator's. Published or cancelled, it is also for whoever is named on it.
CREATE POLICY reach ON public.visit_plan FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id())
         OR team_id = ANY ((SELECT app.led_teams())::uuid[])
         OR (state <> 'draft' AND id = ANY ((SELECT app.my_plans())::uuid[])));
CREATE POLICY add ON public.visit_plan FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.my_teams())::uuid[]) AND state = 'draft');
CREATE POLICY work ON public.visit_plan FOR UPDATE TO accompany_app
  USING (created_by = (SELECT app.worker_id())
         OR team_id = ANY ((SELECT app.led_teams())::uuid[])
         OR (state <> 'draft' AND id = ANY ((SELECT app.my_plans())::uuid[])));

CREATE FUNCTION app.guard_visit_plan() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.state = 'cancelled' OR (OLD.state = 'published' AND NEW.state = 'draft') THEN
    RAISE EXCEPTION 'what others have seen is not taken back in silence' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_visit_plan() FROM PUBLIC;
CREATE TRIGGER guard_visit_plan BEFORE UPDATE OF state ON public.visit_plan
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION app.guard_visit_plan();

CREATE POLICY reach ON public.visit_plan_visitor FOR SELECT TO accompany_app
  USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
CREATE POLICY add ON public.visit_plan_visitor FOR INSERT TO accompany_app
  WITH CHECK (plan_id IN (SELECT p.id FROM public.visit_plan p) AND app.is_colleague(staff_id));
CREATE POLICY work ON public.visit_plan_visitor FOR UPDATE TO accompany_app
  USING (plan_id IN (SELECT p.id FROM public.visit_plan p));

-- 3. Whom to see: rows of a file, and only on a plan one sees --------------------------------------------------------

-- The owner hangs the guard's trigger on the tables she makes.
SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('visit_plan_person');
CREATE POLICY on_my_plan ON public.visit_plan_person AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
CREATE POLICY on_my_plan_work ON public.visit_plan_person AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
CREATE POLICY of_this_file ON public.visit_plan_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (plan_id IN (SELECT p.id FROM public.visit_plan p)
              AND (case_id, person_id) IN (SELECT cp.case_id, cp.person_id FROM public.case_person cp));

CALL app.protect_file_table('visit_wish');
CREATE POLICY signed ON public.visit_wish AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()) AND withdrawn_at IS NULL
              AND (case_id, person_id) IN (SELECT cp.case_id, cp.person_id FROM public.case_person cp));

-- 4. Closures: the house's, kept by coordinators ---------------------------------------------------------------------

CREATE POLICY own ON public.centre_closure FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY set ON public.centre_closure FOR INSERT TO accompany_app
  WITH CHECK (organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.worker_id())
              AND (SELECT app.actor_role()) = 'coordinator');
CREATE POLICY lift ON public.centre_closure FOR UPDATE TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) = 'coordinator');

-- 5. The calendar: a secret instead of a session ---------------------------------------------------------------------

CREATE POLICY own ON public.calendar_feed FOR SELECT TO accompany_app USING (staff_id = (SELECT app.worker_id()));
CREATE POLICY own_insert ON public.calendar_feed FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND revoked_at IS NULL);
-- Revoking is for good.
CREATE POLICY own_revoke ON public.calendar_feed FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id())) WITH CHECK (staff_id = (SELECT app.worker_id()) AND revoked_at IS NOT NULL);
CREATE POLICY guards ON public.calendar_feed FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT (id, staff_id, secret_hash, revoked_at, fetched_at, fetches), UPDATE (fetched_at, fetches)
  ON public.calendar_feed TO accompany_guard;
GRANT SELECT (id, label_en, label_fr, label_nl, label_de) ON public.place TO accompany_guard;

SET ROLE accompany_guard;
-- What a calendar program may know of somebody's visits: centre, day, hours. No person, no code, no colleague, no plan id.
-- No row: the secret is unknown, revoked, or of a colleague who left; the three cannot be told apart. At most sixty times
-- an hour (`allowed`), two hundred visits, from a month ago to half a year ahead.
CREATE FUNCTION app.read_calendar(hash text)
  RETURNS TABLE (allowed boolean, locale text, uid text, on_date date, starts_at text, ends_at text, centre text, revision int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  feed uuid;
  person uuid;
  tongue text;
  hits int;
  this_hour constant timestamptz := pg_catalog.date_trunc('hour', app.now());
BEGIN
  UPDATE public.calendar_feed f
     SET fetches = CASE WHEN f.fetched_at = this_hour THEN LEAST(f.fetches + 1, 1000) ELSE 1 END, fetched_at = this_hour
    FROM public.staff s
   WHERE f.secret_hash = hash AND f.revoked_at IS NULL
     AND s.id = f.staff_id AND s.active AND s.role IN ('caseworker', 'coordinator')
  RETURNING f.id, s.id, s.locale::text, f.fetches INTO feed, person, tongue, hits;
  IF feed IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT hits <= 60, tongue, e.uid, e.on_date, e.starts_at, e.ends_at, e.centre, e.revision
      FROM (VALUES (1)) AS one(n)
      LEFT JOIN LATERAL (
        SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(feed::text || p.id::text, 'UTF8')), 'hex') AS uid,
               p.on_date, p.starts_at, p.ends_at,
               CASE tongue WHEN 'fr' THEN c.label_fr WHEN 'nl' THEN c.label_nl WHEN 'de' THEN c.label_de ELSE c.label_en END AS centre,
               p.version AS revision
          FROM public.visit_plan_visitor v
          JOIN public.visit_plan p ON p.id = v.plan_id
          JOIN public.place c ON c.id = p.place_id
         WHERE v.staff_id = person AND v.goes AND p.state = 'published' AND hits <= 60
           AND p.on_date BETWEEN (app.now() - interval '31 days')::date AND (app.now() + interval '183 days')::date
         ORDER BY p.on_date, p.id
         LIMIT 200) e ON true;
END $$;
REVOKE ALL ON FUNCTION app.read_calendar(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.read_calendar(text) TO accompany_auth;
RESET ROLE;

-- 6. Privileges of the application -----------------------------------------------------------------------------------

GRANT SELECT, INSERT ON public.visit_plan, public.visit_plan_visitor, public.visit_plan_person, public.visit_wish,
  public.centre_closure TO accompany_app;
GRANT UPDATE (on_date, starts_at, ends_at, state, version) ON public.visit_plan TO accompany_app;
GRANT UPDATE (goes) ON public.visit_plan_visitor TO accompany_app;
GRANT UPDATE (position, reason, planned) ON public.visit_plan_person TO accompany_app;
GRANT UPDATE (withdrawn_at) ON public.visit_wish TO accompany_app;
GRANT UPDATE (lifted_at) ON public.centre_closure TO accompany_app;
GRANT SELECT (id, staff_id, created_at, revoked_at, fetched_at), INSERT (id, staff_id, secret_hash, fetches), UPDATE (revoked_at)
  ON public.calendar_feed TO accompany_app;
