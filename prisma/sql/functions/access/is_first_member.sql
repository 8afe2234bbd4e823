-- Members are added by the worker or the team's coordinator, not for oneself. The one exception is the act of opening:
-- anyone who opens a restricted or sealed file is its first member.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_first_member(file uuid, staff uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.created_by = app.worker_id())
     AND staff = app.worker_id()
     AND NOT EXISTS (SELECT 1 FROM public.case_member m WHERE m.case_id = file)
$$;
GRANT EXECUTE ON FUNCTION app.is_first_member(uuid, uuid) TO accompany_app;
