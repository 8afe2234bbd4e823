-- "Is this an entry of that conversation?" Asked behind the policies: a policy may not ask its own table.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_question_of(question uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.comment c WHERE c.id = question AND c.case_id = file AND c.kind = 'question')
$$;
GRANT EXECUTE ON FUNCTION app.is_question_of(uuid, uuid) TO accompany_app;
