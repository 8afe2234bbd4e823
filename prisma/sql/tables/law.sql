GRANT SELECT ON public.law TO accompany_auth;
GRANT SELECT ON public.law TO accompany_job;
GRANT SELECT ON public.law TO accompany_stats;
