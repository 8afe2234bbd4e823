-- What stood in the table goes when the coordinator of the office says so: before anything was written, or when it has ended.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_import(which uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM 1 FROM public.import i
    WHERE i.id = which AND i.team_id = ANY (app.led_teams()) AND i.forgotten_at IS NULL AND i.state NOT IN ('running', 'undoing') FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.drop_import_content(which);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_import(uuid) TO accompany_app;
