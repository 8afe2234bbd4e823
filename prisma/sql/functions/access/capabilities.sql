-- What the account of the live session may read of figures, beside what its role gives it: given by two admins, not taken back, not over.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.capabilities() RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT g.kind), '{}')
    FROM app.live_session() a JOIN public.capability_grant g ON g.holder_id = a.staff_id
   WHERE g.state = 'given' AND g.ended_at IS NULL AND app.now() < app.end_of_day(g.ends_on)
     AND app.may_hold_capability(a.staff_id)
$$;
GRANT EXECUTE ON FUNCTION app.capabilities() TO accompany_app, accompany_stats;
