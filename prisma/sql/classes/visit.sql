-- A visit to a centre and what was observed there about no one in particular: read by those who made or planned it and by those who lead
-- the team. Each table's file says how. What was seen of a person is a row of the file. An enquiry is about no one in particular either.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT INSERT, SELECT ON public.this_table TO accompany_app;
GRANT SELECT ON public.this_table TO accompany_backup;
