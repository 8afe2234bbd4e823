CREATE OR REPLACE FUNCTION app.idle_limit(role public.role) RETURNS interval
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN CASE WHEN role IN ('coordinator', 'admin') THEN interval '15 minutes' ELSE interval '30 minutes' END;
GRANT EXECUTE ON FUNCTION app.idle_limit(public.role) TO accompany_auth, accompany_guard;
