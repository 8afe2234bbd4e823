-- Reference data: public, the same for everybody, without row security. Loaded by the owner at each start (prisma/reference).
GRANT SELECT ON public.this_table TO accompany_app;
GRANT SELECT ON public.this_table TO accompany_backup;
