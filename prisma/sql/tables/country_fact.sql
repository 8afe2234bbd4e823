GRANT SELECT ON public.country_fact TO accompany_auth;
GRANT SELECT ON public.country_fact TO accompany_job;
GRANT SELECT ON public.country_fact TO accompany_stats;
