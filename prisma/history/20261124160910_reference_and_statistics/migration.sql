-- Reference data: nobody's life, so no row-level security; everybody reads, only the owner writes.
GRANT SELECT ON public.code_value, public.place, public.place_capacity, public.country_fact, public.law, public.actor,
  public.contradiction, public.statement, public.reference_entry
  TO accompany_app, accompany_auth, accompany_job, accompany_stats, accompany_backup;

-- Statistics: frozen by the job role, read by the stats role for a live session that may, never by the app role.
ALTER TABLE public.snapshot ADD CONSTRAINT snapshot_period
  CHECK (period_kind IN ('quarter', 'year') AND period_start < period_end);
ALTER TABLE public.sdc_record ADD CONSTRAINT sdc_record_unit
  CHECK (unit IN ('person', 'encounter', 'visit', 'topic', 'signal'));
ALTER TABLE public.sdc_record ADD CONSTRAINT sdc_record_event
  CHECK ((unit IN ('encounter', 'visit')) = (event IS NOT NULL AND event_key IS NOT NULL));
CREATE UNIQUE INDEX sdc_record_one_person ON public.sdc_record (snapshot_id, person) WHERE unit = 'person';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['snapshot', 'sdc_record', 'sdc_release', 'sdc_handover'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
END $$;

CREATE POLICY freezes ON public.snapshot FOR ALL TO accompany_job
  USING ((SELECT app.job()) = 'statistics') WITH CHECK ((SELECT app.job()) = 'statistics');
CREATE POLICY freezes ON public.sdc_record FOR ALL TO accompany_job
  USING ((SELECT app.job()) = 'statistics') WITH CHECK ((SELECT app.job()) = 'statistics');
CREATE POLICY reads ON public.snapshot FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY reads ON public.sdc_record FOR SELECT TO accompany_stats
  USING (snapshot_id IN (SELECT s.id FROM public.snapshot s));
CREATE POLICY reads ON public.sdc_release FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY registers ON public.sdc_release FOR INSERT TO accompany_stats
  WITH CHECK (requested_by = (SELECT app.actor_id()) AND snapshot_id IN (SELECT s.id FROM public.snapshot s)
              AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY reads ON public.sdc_handover FOR SELECT TO accompany_stats
  USING (release_id IN (SELECT r.id FROM public.sdc_release r));
CREATE POLICY registers ON public.sdc_handover FOR INSERT TO accompany_stats
  WITH CHECK (requested_by = (SELECT app.actor_id()) AND release_id IN (SELECT r.id FROM public.sdc_release r));

GRANT SELECT, INSERT ON public.snapshot, public.sdc_record TO accompany_job;
GRANT SELECT ON public.snapshot, public.sdc_record, public.sdc_release, public.sdc_handover TO accompany_stats;
GRANT INSERT ON public.sdc_release, public.sdc_handover TO accompany_stats;
GRANT SELECT ON public.snapshot, public.sdc_record, public.sdc_release, public.sdc_handover TO accompany_backup;
SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.organisation_id() TO accompany_stats;
RESET ROLE;
