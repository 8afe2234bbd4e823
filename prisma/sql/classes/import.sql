-- An import and its pieces, until its content is forgotten: for the coordinator who leads it.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY guards ON public.this_table FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON public.this_table TO accompany_app;
GRANT SELECT ON public.this_table TO accompany_backup;
