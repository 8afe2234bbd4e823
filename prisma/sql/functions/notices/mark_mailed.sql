SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.mark_mailed(colleague uuid, kinds text[], until timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  UPDATE public.notice SET mailed_at = app.now()
   WHERE staff_id = colleague AND kind = ANY (kinds) AND created_at <= until AND mailed_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION app.mark_mailed(uuid, text[], timestamp with time zone) TO accompany_auth;
