-- An active account of a colleague who works in the organisation, and of which someone else has said whose it is: an admin's account is
-- live before that (app.live_session), but counts for nothing (docs/adr/0104).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.may_hold_capability(account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT FROM public.staff s
                  WHERE s.id = account AND s.active AND s.role <> 'guest' AND s.vouched_at IS NOT NULL
                    AND (s.role <> 'admin' OR s.vouched_by IS NOT NULL))
$$;
