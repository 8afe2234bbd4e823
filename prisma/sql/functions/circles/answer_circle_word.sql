-- The word of a second member. In one word what became of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_circle_word(word uuid, agrees boolean, member uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); w record;
BEGIN
  SELECT x.* INTO w FROM public.circle_word x
   WHERE x.id = word AND x.state = 'asked' AND x.case_id = ANY (app.member_cases()) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF NOT agrees THEN
    UPDATE public.circle_word SET state = CASE WHEN w.asked_by = me THEN 'withdrawn' ELSE 'refused' END,
           answered_by = me, answered_at = app.now() WHERE id = word;
    RETURN 'ok';
  END IF;
  IF me = w.asked_by OR me = w.staff_id THEN RETURN 'notOneself'; END IF;
  -- The one who asked must be of the circle still, and a proposal does not lie about for months.
  IF NOT EXISTS (SELECT 1 FROM app.reading(w.case_id) r WHERE r.staff_id = w.asked_by AND r.works)
     OR w.asked_at < app.now() - interval '14 days' OR w.valid_until <= app.now() THEN
    RETURN 'over';
  END IF;
  IF w.kind = 'unseal' THEN
    UPDATE public.case_file SET secrecy = 'restricted', version = version + 1 WHERE id = w.case_id AND secrecy = 'sealed';
    IF NOT FOUND THEN RETURN 'over'; END IF;
  ELSE
    INSERT INTO public.case_member (id, case_id, staff_id, kind, guest_kind, parts, privileged, valid_from, valid_until, added_by)
    VALUES (member, w.case_id, w.staff_id, COALESCE(w.member_kind, 'guest'), w.guest_kind, w.parts, w.privileged, app.now(),
            w.valid_until, w.asked_by);
  END IF;
  UPDATE public.circle_word SET state = 'agreed', answered_by = me, answered_at = app.now() WHERE id = word;
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.answer_circle_word(uuid, boolean, uuid) TO accompany_app;
