CREATE TRIGGER ask_for_duplicates AFTER INSERT OR UPDATE OF text, person_id ON public.person_name
  FOR EACH ROW WHEN (new.text IS NOT NULL AND new.withdrawn_at IS NULL)
  EXECUTE FUNCTION app.ask_for_duplicates();
CREATE TRIGGER check_sealed_name AFTER INSERT OR UPDATE ON public.person_name FOR EACH ROW EXECUTE FUNCTION app.check_sealed_name();
CREATE TRIGGER keep_words AFTER INSERT OR UPDATE OF text, withdrawn_at, circle_case_id ON public.person_name
  FOR EACH ROW EXECUTE FUNCTION app.keep_words_of_name();
GRANT SELECT (kind), UPDATE (kind) ON public.person_name TO accompany_guard;
