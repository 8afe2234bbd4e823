GRANT SELECT ON public.code_value TO accompany_auth;
GRANT SELECT ON public.code_value TO accompany_job;
GRANT SELECT ON public.code_value TO accompany_stats;
GRANT SELECT ON public.code_value TO accompany_count;
GRANT SELECT (list, code) ON public.code_value TO accompany_guard;
