-- What an admin reads beside a colleague's account: whether it counts beside their own, and from when it is old enough.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.counts_beside_me(account uuid) RETURNS TABLE (fault text, old_enough timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT app.second_person(a.staff_id, s.id, 'release'), s.created_at + interval '14 days'
    FROM app.live_session() a JOIN public.staff s ON s.id = account AND s.organisation_id = a.organisation_id AND s.active
   WHERE a.role = 'admin'
$$;
GRANT EXECUTE ON FUNCTION app.counts_beside_me(uuid) TO accompany_app;
