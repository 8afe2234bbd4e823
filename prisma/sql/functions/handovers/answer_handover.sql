SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_handover(asked uuid, file uuid, accepts boolean, reason bytea, assignment uuid, because bytea)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); h record; i record; today date := (app.now() AT TIME ZONE 'Europe/Brussels')::date;
        plan uuid; joined uuid[] := '{}';
BEGIN
  IF me IS NULL OR NOT app.reaches(me, file) THEN RETURN 'notFound'; END IF;
  -- File before item, as anyone who sends or undoes takes them: two commands about one file wait for each other.
  PERFORM 1 FROM public.case_file f WHERE f.id = file FOR NO KEY UPDATE;
  SELECT x.* INTO h FROM public.handover x WHERE x.id = asked AND x.state = 'sent';
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  SELECT x.* INTO i FROM public.handover_item x
   WHERE x.handover_id = asked AND x.case_id = file AND x.to_staff_id = me AND x.state = 'offered' FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;

  IF NOT accepts THEN
    UPDATE public.handover_item SET state = 'declined', reason_cipher = reason, answered_at = app.now(), version = version + 1
     WHERE handover_id = asked AND case_id = file;
    UPDATE public.case_member SET valid_until = app.now(), version = version + 1 WHERE id = i.member_id;
    RETURN 'ok';
  END IF;

  IF h.kind = 'permanent' THEN
    IF NOT EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.worker_id = h.sent_by) THEN RETURN 'changedMeanwhile'; END IF;
    IF me <> h.sent_by THEN
      UPDATE public.case_file SET worker_id = me, version = version + 1 WHERE id = file;
      INSERT INTO public.case_assignment (id, case_id, from_staff_id, to_staff_id, reason_cipher, assigned_by, assigned_at)
      VALUES (assignment, file, h.sent_by, me, because, h.sent_by, app.now());
      UPDATE public.task SET assigned_to = me, version = version + 1
       WHERE case_id = file AND id = ANY (i.task_ids) AND assigned_to = h.sent_by AND done_at IS NULL AND withdrawn_at IS NULL;
    END IF;
    UPDATE public.case_member SET valid_until = app.now(), version = version + 1 WHERE id = i.member_id;
  ELSE
    IF h.until_day < today THEN RETURN 'changedMeanwhile'; END IF;
    UPDATE public.case_member SET valid_until = app.end_of_day(h.until_day), version = version + 1 WHERE id = i.member_id;
  END IF;

  FOR plan IN SELECT p.id FROM public.visit_plan p
               WHERE p.id = ANY (i.plan_ids) AND p.state <> 'cancelled' AND p.on_date >= today
                 AND (h.until_day IS NULL OR p.on_date <= h.until_day) ORDER BY p.id LOOP
    IF NOT EXISTS (SELECT 1 FROM public.visit_plan_visitor v WHERE v.plan_id = plan AND v.staff_id = me AND v.goes) THEN
      INSERT INTO public.visit_plan_visitor (plan_id, staff_id, goes) VALUES (plan, me, true)
        ON CONFLICT (plan_id, staff_id) DO UPDATE SET goes = true;
      joined := joined || plan;
    END IF;
    UPDATE public.visit_plan_visitor SET goes = false WHERE plan_id = plan AND staff_id = h.from_staff_id AND staff_id <> me;
    UPDATE public.visit_plan SET version = version + 1 WHERE id = plan;
  END LOOP;
  UPDATE public.handover_item SET state = 'accepted', answered_at = app.now(), joined_plans = joined, version = version + 1
   WHERE handover_id = asked AND case_id = file;
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.answer_handover(uuid, uuid, boolean, bytea, uuid, bytea) TO accompany_app;
