-- Whether this transaction has just erased a file by this word, in the caller's name.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_erasing(word uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.file_erasure e
                  WHERE e.id = word AND e.state = 'done' AND e.answered_by = app.worker_id()
                    AND e.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid)
$$;
