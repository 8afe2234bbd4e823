CREATE TRIGGER hear_equivalent BEFORE INSERT OR UPDATE ON public.name_equivalent FOR EACH ROW EXECUTE FUNCTION app.hear_equivalent();
GRANT SELECT ON public.name_equivalent TO accompany_guard;
