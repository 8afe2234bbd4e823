-- The conversation is among colleagues: a guest of the file does not read along.
CREATE POLICY colleagues ON public.comment AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.comment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()) AND (answers_id IS NULL OR app.is_question_of(answers_id, case_id))
    AND (to_staff_id IS NULL
      OR (to_staff_id IN (SELECT r.staff_id FROM app.readers_of(comment.case_id) r(staff_id, reason, until, works) WHERE r.works))));
GRANT INSERT, SELECT ON public.comment TO accompany_app;
GRANT SELECT (id, kind, xmin) ON public.comment TO accompany_guard;
