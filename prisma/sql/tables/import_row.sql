CREATE POLICY leads ON public.import_row FOR SELECT TO accompany_app USING (import_id IN (SELECT i.id FROM public.import i));
-- What an undo may take away are files that the same transaction has opened, and no other ones.
CREATE POLICY made ON public.import_row FOR INSERT TO accompany_app
  WITH CHECK ((import_id IN (SELECT i.id FROM public.import i WHERE i.state = 'running'))
    AND (EXISTS (SELECT FROM public.case_file f JOIN public.case_person p ON p.case_id = f.id WHERE f.id = import_row.case_id
      AND p.person_id = import_row.person_id AND f.created_by = (SELECT app.worker_id()) AND f.xmin = pg_current_xact_id()::xid)));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.import_row FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT SELECT, SELECT (case_id, import_id, line, person_id, xmin), UPDATE (person_id) ON public.import_row TO accompany_guard;
