-- Seven days after the end, or after the last thing that was done with it, it goes by itself.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_old_imports() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE old record; n integer := 0;
BEGIN
  FOR old IN SELECT i.id FROM public.import i
              WHERE i.forgotten_at IS NULL AND COALESCE(i.ended_at, i.started_at, i.created_at) < app.now() - interval '7 days' FOR UPDATE SKIP LOCKED LOOP
    PERFORM app.drop_import_content(old.id);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_old_imports() TO accompany_job;
