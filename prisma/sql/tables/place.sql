GRANT SELECT ON public.place TO accompany_auth;
GRANT SELECT ON public.place TO accompany_job;
GRANT SELECT ON public.place TO accompany_stats;
GRANT SELECT (id, kind, label_de, label_en, label_fr, label_nl) ON public.place TO accompany_guard;
GRANT SELECT ON public.place TO accompany_count;
