GRANT SELECT ON public.contradiction TO accompany_auth;
GRANT SELECT ON public.contradiction TO accompany_job;
GRANT SELECT ON public.contradiction TO accompany_stats;
