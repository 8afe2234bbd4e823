GRANT SELECT ON public.place_capacity TO accompany_auth;
GRANT SELECT ON public.place_capacity TO accompany_job;
GRANT SELECT ON public.place_capacity TO accompany_stats;
