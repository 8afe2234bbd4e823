-- A coordinator says whose account it is; no one says it of themselves. False: no one of their organisation waits under this id.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.vouch(account uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  me record;
BEGIN
  SELECT a.organisation_id, a.staff_id, a.role INTO me FROM app.live_session() a WHERE a.role IN ('coordinator', 'admin');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a coordinator or an admin vouches' USING ERRCODE = '42501';
  END IF;
  UPDATE public.staff s SET vouched_at = app.now(), vouched_by = me.staff_id
   WHERE s.id = account AND s.id <> me.staff_id AND s.organisation_id = me.organisation_id AND s.active
     AND CASE WHEN s.role = 'admin'
              THEN s.vouched_by IS NULL
                   AND NOT EXISTS (SELECT FROM app.inviting_line(s.id) l(id) WHERE l.id = me.staff_id)
                   AND NOT EXISTS (SELECT FROM app.inviting_line(me.staff_id) l(id) WHERE l.id = s.id)
              ELSE me.role = 'coordinator' AND s.vouched_at IS NULL END;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.vouch(uuid) TO accompany_app;
