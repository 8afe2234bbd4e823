-- For the reader of a page: in their own organisation.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_damage_here(place text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((SELECT app.tell_damage(a.organisation_id, place) FROM app.live_session() a), false)
$$;
GRANT EXECUTE ON FUNCTION app.tell_damage_here(text) TO accompany_app;
