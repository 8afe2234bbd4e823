CREATE TRIGGER keep_edition BEFORE DELETE OR UPDATE ON public.deadline_rule FOR EACH ROW EXECUTE FUNCTION app.keep_edition();
GRANT SELECT ON public.deadline_rule TO accompany_job;
GRANT SELECT (code, edition, id, meaning, remind) ON public.deadline_rule TO accompany_guard;
GRANT SELECT (id, meaning) ON public.deadline_rule TO accompany_count;
