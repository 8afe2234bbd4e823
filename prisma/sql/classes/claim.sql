-- A statement about a person (name, origin, age, …): read through the files the person is in. One made within a circle (circle_case_id)
-- stays in it. A statement is never changed: it is withdrawn, and another one is made.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.this_table FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER guard_withdrawal BEFORE UPDATE ON public.this_table
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_withdrawal();

CREATE POLICY reach ON public.this_table FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = this_table.person_id));
CREATE POLICY add ON public.this_table FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
    AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = this_table.person_id));
CREATE POLICY withdraw ON public.this_table FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
    AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = this_table.person_id));

-- Within a circle: read by those who reach the file of that circle, or by its guests to whom people were opened.
CREATE POLICY circle ON public.this_table AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (circle_case_id IS NULL
    OR EXISTS (SELECT FROM public.case_file f WHERE f.id = this_table.circle_case_id)
    OR circle_case_id = ANY ((SELECT app.guest_cases('people'))::uuid[]));
CREATE POLICY circle_add ON public.this_table AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (CASE WHEN circle_case_id IS NULL THEN NOT app.is_within_circles(person_id)
    ELSE EXISTS (SELECT FROM public.case_person cp
                  WHERE cp.case_id = this_table.circle_case_id AND cp.person_id = this_table.person_id AND cp.secrecy <> 'open') END);
CREATE POLICY circle_withdraw ON public.this_table AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (CASE WHEN circle_case_id IS NULL THEN NOT app.is_within_circles(person_id)
    ELSE EXISTS (SELECT FROM public.case_file f WHERE f.id = this_table.circle_case_id) END);

-- What was opened in an emergency may be read, not written.
CREATE POLICY not_through_glass ON public.this_table AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (app.is_my_person(person_id) AND (circle_case_id IS NULL OR app.may_write_case(circle_case_id)));
CREATE POLICY not_through_glass_add ON public.this_table AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (app.is_my_person(person_id) AND (circle_case_id IS NULL OR app.may_write_case(circle_case_id)));

-- For exact figures (docs/adr/0136): what was said in a circle counts for its members alone.
CREATE POLICY counted ON public.this_table FOR SELECT TO accompany_count
  USING ((circle_case_id IS NULL OR circle_case_id = ANY ((SELECT app.counted_cases())::uuid[]))
    AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = this_table.person_id));

-- For the functions that undo an import and merge two people.
CREATE POLICY imports ON public.this_table FOR SELECT TO accompany_guard USING (true);
CREATE POLICY merges ON public.this_table FOR UPDATE TO accompany_guard USING (true);
GRANT SELECT (circle_case_id, id, person_id, xmin), UPDATE (person_id) ON public.this_table TO accompany_guard;

GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_because) ON public.this_table TO accompany_app;
GRANT SELECT ON public.this_table TO accompany_backup;
