-- Lays a piece of what a device sent before who may judge it, with a key of the file that its author cannot read again. Only about a file
-- that app.fate_of calls closed or elsewhere, and only for one's own submission.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.set_aside(new_id uuid, file uuid, of_submission uuid, new_form text, new_content bytea, written timestamptz,
    key_id uuid, key_kid text, key_wrapped bytea)
  RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE fate text := app.fate_of(file);
BEGIN
  IF fate NOT IN ('closed', 'elsewhere')
     OR NOT EXISTS (SELECT 1 FROM public.submission s WHERE s.id = of_submission AND s.staff_id = app.actor_id()) THEN
    RETURN fate;
  END IF;
  INSERT INTO public.wrapped_key (id, holder_kind, holder_id, kid, wrapped) VALUES (key_id, 'file', file, key_kid, key_wrapped);
  INSERT INTO public.waiting_entry (id, case_id, author_id, submission_id, form, reason, content, written_at)
  VALUES (new_id, file, app.actor_id(), of_submission, new_form, fate, new_content, written);
  RETURN 'aside';
END $$;
GRANT EXECUTE ON FUNCTION app.set_aside(uuid, uuid, uuid, text, bytea, timestamptz, uuid, text, bytea) TO accompany_app;
