-- The word of a second colleague: it is erased, or it is not. In one word what became of it, and the ids by which drafts know it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_erasure(word uuid, agrees boolean, new_code text) RETURNS TABLE (said text, ids uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); w record; done jsonb; hands uuid[]; fault text;
BEGIN
  SELECT e.* INTO w FROM public.file_erasure e
   WHERE e.id = word AND e.state = 'asked'
     AND EXISTS (SELECT 1 FROM app.reading(e.case_id) r WHERE r.staff_id = me AND r.works) FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'notFound', NULL::uuid[]; RETURN; END IF;
  IF NOT agrees THEN
    UPDATE public.file_erasure SET state = CASE WHEN w.proposed_by = me THEN 'withdrawn' ELSE 'refused' END,
           words_cipher = NULL, answered_by = me, answered_at = app.now() WHERE id = word;
    RETURN QUERY SELECT 'ok', NULL::uuid[]; RETURN;
  END IF;
  fault := app.second_person(w.proposed_by, me, 'erasure');
  IF fault IS NOT NULL THEN RETURN QUERY SELECT fault, NULL::uuid[]; RETURN; END IF;
  IF app.is_held(w.case_id) THEN RETURN QUERY SELECT 'held', NULL::uuid[]; RETURN; END IF;
  SELECT pg_catalog.array_agg(DISTINCT r.staff_id) INTO hands FROM app.reading(w.case_id) r WHERE r.works;
  IF NOT w.proposed_by = ANY (hands) OR w.proposed_at < app.now() - interval '14 days' OR NOT EXISTS (
       SELECT 1 FROM public.case_file f
        WHERE f.id = w.case_id AND f.status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])) THEN
    RETURN QUERY SELECT 'over', NULL::uuid[]; RETURN;
  END IF;
  -- Of an open file one of the two leads its office; of a circle both are members.
  IF w.was_open AND NOT EXISTS (
       SELECT 1 FROM public.team_member t JOIN public.staff s ON s.id = t.staff_id
        WHERE t.team_id = w.team_id AND t.leads AND s.role = 'coordinator' AND t.staff_id IN (me, w.proposed_by)) THEN
    RETURN QUERY SELECT 'needsLeader', NULL::uuid[]; RETURN;
  END IF;
  -- Other words about it are answered by this one.
  UPDATE public.file_erasure SET state = 'withdrawn', words_cipher = NULL, answered_by = me, answered_at = app.now()
   WHERE case_id = w.case_id AND state = 'asked' AND id <> word;
  done := app.erase_content(w.case_id, new_code);
  UPDATE public.file_erasure SET state = 'done', words_cipher = NULL, answered_by = me, answered_at = app.now(), readers = hands,
         counts = done - 'ids' WHERE id = word;
  RETURN QUERY SELECT 'ok', ARRAY(SELECT pg_catalog.jsonb_array_elements_text(done -> 'ids')::uuid);
END $$;
GRANT EXECUTE ON FUNCTION app.answer_erasure(uuid, boolean, text) TO accompany_app;
