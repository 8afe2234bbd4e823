-- Reference data: public, the same for everyone, without row security. Loaded by the owner at each start (prisma/reference).
GRANT SELECT ON public.this_table TO accompany_app;
GRANT SELECT ON public.this_table TO accompany_backup;
