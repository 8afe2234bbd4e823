SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.my_handovers() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(h.id), '{}')
    FROM public.handover h, app.worker_id() me
   WHERE h.team_id = ANY (app.led_teams())
      OR h.from_staff_id = me
      OR EXISTS (SELECT 1 FROM public.handover_item i
                  WHERE i.handover_id = h.id AND i.to_staff_id = me AND i.state IN ('offered', 'accepted'))
$$;
GRANT EXECUTE ON FUNCTION app.my_handovers() TO accompany_app;
