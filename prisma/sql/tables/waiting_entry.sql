-- Its author sees that it waits and what became of it.
CREATE POLICY author ON public.waiting_entry FOR SELECT TO accompany_app USING (author_id = (SELECT app.actor_id()));
-- Who leads the office and reaches the file now; of a file of a circle, its members; and the colleague to whom it was given, as long as they
-- work on the file. Written by app.set_aside alone.
CREATE POLICY judge ON public.waiting_entry FOR SELECT TO accompany_app USING (app.may_judge_entry(case_id, given_to));
CREATE POLICY judge_settles ON public.waiting_entry FOR UPDATE TO accompany_app
  USING (settled_at IS NULL AND app.may_judge_entry(case_id, given_to)) WITH CHECK (app.may_judge_entry(case_id, given_to));
CREATE POLICY guards ON public.waiting_entry FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (given_to, how, settled_at, settled_by, version, words_cipher) ON public.waiting_entry TO accompany_app;
GRANT SELECT (case_id, id, submission_id, xmin), INSERT (author_id, case_id, content, form, id, reason, submission_id, written_at) ON public.waiting_entry TO accompany_guard;
