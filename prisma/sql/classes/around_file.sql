-- A file itself, and what decides about it or lies across several: each table has rules of its own, and all of them are in its file.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
