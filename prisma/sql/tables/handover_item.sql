CREATE POLICY concerned ON public.handover_item AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (handover_id = ANY ((SELECT app.my_handovers())::uuid[]));
-- The one who leaves writes the notes while it is prepared; all else is for the coordinator of the office.
CREATE POLICY concerned_work ON public.handover_item AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING ((team_id = ANY ((SELECT app.led_teams())::uuid[]))
    OR (handover_id IN (SELECT h.id FROM public.handover h WHERE h.from_staff_id = (SELECT app.worker_id()) AND h.state = 'draft')));
CREATE POLICY prepared ON public.handover_item AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (state = 'draft' AND (team_id = ANY ((SELECT app.led_teams())::uuid[]))
    AND (handover_id IN (SELECT h.id FROM public.handover h WHERE h.state = 'draft')));
CREATE CONSTRAINT TRIGGER check_handover_holder AFTER UPDATE OF state ON public.handover_item DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.state <> old.state)
  EXECUTE FUNCTION app.check_handover_holder();
CREATE TRIGGER guard_handover_item BEFORE UPDATE ON public.handover_item
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_handover_item();
GRANT INSERT, SELECT, UPDATE (member_id, note_cipher, note_revision, plan_ids, state, task_ids, to_staff_id,
  version) ON public.handover_item TO accompany_app;
GRANT SELECT, UPDATE (answered_at, joined_plans, reason_cipher, state, version), SELECT (xmin) ON public.handover_item TO accompany_guard;
