-- Written by functions and triggers, read by few, changed by no one: the audit log, its checkpoints, the marks of rows, what was
-- erased or opened in an emergency. Each table's file says who reads.
ALTER TABLE public.this_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.this_table TO accompany_backup;
