GRANT SELECT ON public.statement TO accompany_auth;
GRANT SELECT ON public.statement TO accompany_job;
GRANT SELECT ON public.statement TO accompany_stats;
