GRANT SELECT ON public.reference_entry TO accompany_auth;
GRANT SELECT ON public.reference_entry TO accompany_job;
GRANT SELECT ON public.reference_entry TO accompany_stats;
