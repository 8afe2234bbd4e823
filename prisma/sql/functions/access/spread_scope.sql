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
GRANT EXECUTE ON FUNCTION app.spread_scope() TO accompany_owner;
