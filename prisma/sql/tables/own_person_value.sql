-- A guest who was let in to the people reads their names, ages, nationalities and languages, and not what an organisation asks besides.
CREATE POLICY colleagues ON public.own_person_value AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE TRIGGER check_own_value AFTER INSERT ON public.own_person_value FOR EACH ROW EXECUTE FUNCTION app.check_own_value('person');
-- Codes alone: a sensitive answer, and one about a person of a sealed file, has none.
GRANT SELECT (person_id, field_id, code, circle_case_id, withdrawn_at) ON public.own_person_value TO accompany_count;
GRANT SELECT (field_id, withdrawn_at) ON public.own_person_value TO accompany_guard;
