GRANT SELECT ON public.actor TO accompany_auth;
GRANT SELECT ON public.actor TO accompany_job;
GRANT SELECT ON public.actor TO accompany_stats;
