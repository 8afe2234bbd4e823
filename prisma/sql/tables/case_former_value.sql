GRANT SELECT ON public.case_former_value TO accompany_app;
GRANT INSERT, SELECT (id, xmin) ON public.case_former_value TO accompany_guard;
