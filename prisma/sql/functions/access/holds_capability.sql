-- For policies: whether the account of the live session holds this capability now (app.capabilities).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.holds_capability(kind text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT holds_capability.kind = ANY (app.capabilities()) $$;
GRANT EXECUTE ON FUNCTION app.holds_capability(text) TO accompany_app;
