-- The visit of one's own team to this centre on this day, if there is one: anyone who writes about the same day becomes a
-- visitor of it. Until the end of the transaction no one else can begin such a visit, so that two phones make one visit.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.join_visit(of_team uuid, to_place uuid, on_day date) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  me uuid := app.worker_id();
  found uuid;
BEGIN
  IF me IS NULL OR NOT (of_team = ANY (app.my_teams())) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(
    pg_catalog.hashtextextended(pg_catalog.format('visit %s %s %s', of_team, to_place, on_day), 0));
  SELECT v.id INTO found FROM public.visit v
   WHERE v.team_id = of_team AND v.place_id = to_place AND v.on_date = on_day
   ORDER BY v.created_at, v.id LIMIT 1;
  IF found IS NOT NULL THEN
    INSERT INTO public.visit_visitor (visit_id, staff_id) VALUES (found, me) ON CONFLICT DO NOTHING;
  END IF;
  RETURN found;
END $$;
GRANT EXECUTE ON FUNCTION app.join_visit(uuid, uuid, date) TO accompany_app;
