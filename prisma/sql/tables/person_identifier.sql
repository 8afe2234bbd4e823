-- Names, ages, nationalities and languages come with the people; numbers, places of origin do not.
CREATE POLICY colleagues ON public.person_identifier AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE TRIGGER forget_sealed_number BEFORE INSERT OR UPDATE ON public.person_identifier
  FOR EACH ROW EXECUTE FUNCTION app.forget_sealed_number();
GRANT UPDATE (cipher, number_mark, tail_mark) ON public.person_identifier TO accompany_guard;
