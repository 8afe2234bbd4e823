-- Belongs to one colleague and is seen by no one else: drafts, notices, preferences. Each table's file says how.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
