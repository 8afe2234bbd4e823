CREATE POLICY add ON public.person FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY guards ON public.person FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
-- What is written because one sees it is not written through the glass.
CREATE POLICY not_through_glass ON public.person AS RESTRICTIVE FOR UPDATE TO accompany_app USING (app.is_my_person(id));
-- People, through the files they stand in.
CREATE POLICY reach ON public.person FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person.id));
CREATE POLICY work ON public.person FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person.id)));
CREATE TRIGGER forget_absorbed BEFORE DELETE ON public.person FOR EACH ROW EXECUTE FUNCTION app.forget_absorbed();
CREATE TRIGGER keep_former AFTER UPDATE ON public.person
  FOR EACH ROW WHEN (old.created_at < date_trunc('milliseconds', transaction_timestamp()))
  EXECUTE FUNCTION app.keep_former_person();
GRANT INSERT, SELECT ON public.person TO accompany_app;
GRANT DELETE, SELECT, INSERT (code, created_by, id), SELECT (created_by, version, xmin) ON public.person TO accompany_guard;
-- What has one value at a time (lib/people/person-field.rules.ts). From here history and merges know it: app.person_fields.
GRANT UPDATE (sex, interpreter_need, version) ON public.person TO accompany_app, accompany_guard;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.person FOR SELECT TO accompany_count
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person.id));
GRANT SELECT (id, sex, interpreter_need) ON public.person TO accompany_count;
CREATE POLICY counts_sealed ON public.person FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person.id));
GRANT SELECT (id, sex) ON public.person TO accompany_sealed;
