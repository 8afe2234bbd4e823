-- For an admin of the organisation, about a colleague; about no one else, and for no one else.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.may_leave(colleague uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT app.actor_role() = 'admin' AND app.is_colleague(colleague) AND NOT app.holds_something(colleague) $$;
GRANT EXECUTE ON FUNCTION app.may_leave(uuid) TO accompany_app;
