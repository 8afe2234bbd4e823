CREATE POLICY of_this_item ON public.encounter_finer AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.encounter_item i WHERE i.encounter_id = encounter_finer.encounter_id
    AND i.kind = encounter_finer.kind AND i.code = encounter_finer.code AND i.case_id = encounter_finer.case_id));
CREATE TRIGGER check_finer BEFORE INSERT ON public.encounter_finer FOR EACH ROW EXECUTE FUNCTION app.check_finer();
GRANT INSERT, SELECT ON public.encounter_finer TO accompany_app;
GRANT DELETE, SELECT (case_id, code, encounter_id, kind, own_id, secrecy, team_id), UPDATE (case_id) ON public.encounter_finer TO accompany_guard;
