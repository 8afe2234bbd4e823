-- Signing in: for the role that signs people in (accompany_auth), not for the application. Each table's file says which columns.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
