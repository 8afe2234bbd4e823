-- Whether the person of the live session proved who they are within the last five minutes: by the second step, or by the password where the account
-- has none. A store of a device never did.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.stepped_up() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM app.live_session() a JOIN public.session s ON s.id = a.session_id
                  WHERE s.stepped_up_at > app.now() - interval '5 minutes')
$$;
GRANT EXECUTE ON FUNCTION app.stepped_up() TO accompany_app;
