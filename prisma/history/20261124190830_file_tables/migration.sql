-- Rooms add tables that hang on a file. One procedure gives such a table everything the first eight got by hand, so that
-- none of them forgets a lock, and the copies of the scope are spread to whatever table has them.

-- A table with case_id, team_id and secrecy: scope by trigger, row-level security, reach and circle, keys of other roles.
-- Privileges of accompany_app stay with the migration that makes the table: each column that may change is named there.
CREATE PROCEDURE app.protect_file_table(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  reach constant text := '(case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))';
  circle constant text := '(secrecy = ''open'' OR case_id = ANY ((SELECT app.member_cases())::uuid[]))';
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('CREATE TRIGGER copy_scope BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.copy_scope()', t);
  EXECUTE pg_catalog.format('CREATE POLICY reach ON public.%I FOR SELECT TO accompany_app USING %s', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY work ON public.%I FOR UPDATE TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY circle ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app USING %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY circle_work ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app USING %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY circle_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  EXECUTE pg_catalog.format('REVOKE ALL ON public.%I FROM PUBLIC', t);
  EXECUTE pg_catalog.format('GRANT SELECT (case_id), UPDATE (team_id, secrecy) ON public.%I TO accompany_guard', t);
  EXECUTE pg_catalog.format('GRANT SELECT ON public.%I TO accompany_backup', t);
END $$;
REVOKE ALL ON PROCEDURE app.protect_file_table(text) FROM PUBLIC;

-- Which tables hold copies is read from the catalogue: whoever bears the trigger that makes them.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.spread_scope() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE child regclass;
BEGIN
  FOR child IN SELECT g.tgrelid::regclass FROM pg_catalog.pg_trigger g
                WHERE g.tgname = 'copy_scope' AND g.tgfoid = 'app.copy_scope'::regproc LOOP
    EXECUTE pg_catalog.format('UPDATE %s SET team_id = $1, secrecy = $2 WHERE case_id = $3', child)
      USING NEW.team_id, NEW.secrecy, NEW.id;
  END LOOP;
  RETURN NULL;
END $$;
RESET ROLE;
