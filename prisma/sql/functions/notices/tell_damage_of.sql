-- For the sign-in path, where no one has a session yet: in the organisation of the account.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_damage_of(account uuid, place text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((SELECT app.tell_damage(s.organisation_id, place) FROM public.staff s WHERE s.id = account), false)
$$;
GRANT EXECUTE ON FUNCTION app.tell_damage_of(uuid, text) TO accompany_auth;
