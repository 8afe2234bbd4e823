-- One admin is enough to take it back, from the next statement on. False: there is nothing of the organisation to take back under this id.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.take_capability_back(given uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin takes back who may read figures' USING ERRCODE = '42501';
  END IF;
  UPDATE public.capability_grant g SET ended_at = app.now(), ended_by = admin
   WHERE g.id = given AND g.organisation_id = organisation AND g.state = 'given' AND g.ended_at IS NULL
     AND app.now() < app.end_of_day(g.ends_on);
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.take_capability_back(uuid) TO accompany_app;
