-- A row of a file: it names its file (case_id) and carries two copies of what decides who reads it (team_id, secrecy), which a trigger
-- keeps. Read by anyone who reaches the file, written by those who work on it. The restrictive policies hold whatever another one allows:
-- a restricted or sealed file is for the members of its circle.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TRIGGER copy_scope BEFORE INSERT OR UPDATE ON public.this_table FOR EACH ROW EXECUTE FUNCTION app.copy_scope();

CREATE POLICY reach ON public.this_table FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.seen_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY add ON public.this_table FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
    AND (case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.this_table FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
    AND (case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[])));

-- The circle: members; on a restricted file also who opened it in an emergency (glass), and guests as far as they were let in.
CREATE POLICY circle ON public.this_table AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (secrecy = 'open'
    OR case_id = ANY ((SELECT app.member_cases())::uuid[])
    OR (secrecy = 'restricted' AND case_id = ANY ((SELECT app.glass_cases())::uuid[]))
    OR case_id = ANY ((SELECT app.guest_cases(NULL))::uuid[]));
CREATE POLICY circle_add ON public.this_table AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (secrecy = 'open' OR case_id = ANY ((SELECT app.member_cases())::uuid[]));
CREATE POLICY circle_work ON public.this_table AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (secrecy = 'open' OR case_id = ANY ((SELECT app.member_cases())::uuid[]));

-- For exact figures (docs/adr/0136): open files of the offices that are counted, or the reader's own. Which columns, each table's file says.
CREATE POLICY counted ON public.this_table FOR SELECT TO accompany_count
  USING ((secrecy = 'open' AND team_id = ANY ((SELECT app.counted_teams())::uuid[]))
    OR case_id = ANY ((SELECT app.counted_cases())::uuid[]));

-- For functions that keep copies and count; which columns they read is said by grants.
CREATE POLICY guards ON public.this_table FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT (case_id), UPDATE (secrecy, team_id) ON public.this_table TO accompany_guard;
GRANT SELECT ON public.this_table TO accompany_backup;
