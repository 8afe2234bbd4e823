CREATE POLICY privileged ON public.note_revision AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (NOT privileged OR (case_id = ANY ((SELECT app.privileged_cases())::uuid[])));
GRANT SELECT ON public.note_revision TO accompany_app;
GRANT INSERT, SELECT (xmin) ON public.note_revision TO accompany_guard;
