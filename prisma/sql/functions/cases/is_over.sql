CREATE OR REPLACE FUNCTION app.is_over(status text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN status IN ('closed', 'closed_referred', 'duplicate', 'archived');
GRANT EXECUTE ON FUNCTION app.is_over(text) TO accompany_app, accompany_guard;
