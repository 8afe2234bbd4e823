-- Shared by everyone who works in the organisation: its people, teams, settings and rulings. Each table's file says who may change them.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
