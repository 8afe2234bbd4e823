-- Who invited this account, and who invited that one, up to the one who runs the server; the account itself too.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.inviting_line(account uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH RECURSIVE line(id) AS (
    SELECT account
    UNION
    SELECT s.invited_by FROM line l JOIN public.staff s ON s.id = l.id WHERE s.invited_by IS NOT NULL)
  SELECT l.id FROM line l
$$;
