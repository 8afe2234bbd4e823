-- A person, or what connects two people or two records of one person: read through the files the people are in. Each table's file says how.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
