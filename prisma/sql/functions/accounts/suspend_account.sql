SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.suspend_account(account uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE organisation uuid; me uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, me FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin suspends an account' USING ERRCODE = '42501';
  END IF;
  UPDATE public.staff s SET vouched_at = NULL, vouched_by = NULL
   WHERE s.id = account AND s.id <> me AND s.organisation_id = organisation AND s.active AND s.role <> 'admin';
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.suspend_account(uuid) TO accompany_app;
