CREATE POLICY ends ON public.snapshot FOR UPDATE TO accompany_guard USING (true) WITH CHECK (ended_at IS NOT NULL);
CREATE POLICY freezes ON public.snapshot FOR ALL TO accompany_job
  USING ((SELECT app.job()) = 'statistics') WITH CHECK ((SELECT app.job()) = 'statistics');
CREATE POLICY guards ON public.snapshot FOR SELECT TO accompany_guard USING (true);
CREATE POLICY reads ON public.snapshot FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.snapshot
  FOR EACH ROW
    WHEN (old.ended_at IS NOT NULL OR new.ended_at IS NULL OR old.id IS DISTINCT FROM new.id OR old.organisation_id IS DISTINCT
      FROM new.organisation_id OR old.period_kind IS DISTINCT FROM new.period_kind OR old.period_start IS DISTINCT FROM new.period_start
      OR old.period_end IS DISTINCT FROM new.period_end OR old.version IS DISTINCT FROM new.version OR old.built_at IS DISTINCT
      FROM new.built_at OR old.engine_version IS DISTINCT FROM new.engine_version OR old.left_out IS DISTINCT FROM new.left_out
      OR old.hierarchies IS DISTINCT FROM new.hierarchies)
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.snapshot FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON public.snapshot TO accompany_job;
GRANT SELECT (ended_at, id, organisation_id, period_end, period_start), UPDATE (ended_at,
  wrapped_key) ON public.snapshot TO accompany_guard;
