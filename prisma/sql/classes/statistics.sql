-- Statistics that were counted or released: written by functions, read by accompany_stats, which reads nothing about a person.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
GRANT SELECT ON public.this_table TO accompany_stats;
