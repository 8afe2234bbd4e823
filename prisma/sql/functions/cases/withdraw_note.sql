-- Takes a note back at once: within ten minutes, by its author, as it was written, and before anyone else did anything in its file or opened
-- it, which the audit log knows. The author may not read all of the log, so it is asked behind the policies. The words stay in the row,
-- encrypted, and no policy shows it any more (docs/adr/0135).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.withdraw_note(note uuid, file uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.note n SET withdrawn_at = app.now()
   WHERE n.id = note AND n.case_id = file AND app.may_write_case(file)
     AND n.author_id = app.worker_id() AND n.created_at > app.now() - interval '10 minutes'
     AND n.version = 1 AND n.pinned_at IS NULL AND n.withdrawn_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM public.deadline d WHERE d.case_id = file AND note IN (d.closed_ref, d.cause_ref))
     AND NOT EXISTS (SELECT 1 FROM public.audit_event e
                      WHERE e.case_id = file AND e.at >= n.created_at AND e.actor_id <> n.author_id);
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.withdraw_note(uuid, uuid) TO accompany_app;
