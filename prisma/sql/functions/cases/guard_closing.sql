CREATE OR REPLACE FUNCTION app.guard_closing() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.case_closing c
                  WHERE c.case_id = NEW.id AND c.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid
                    AND c.kind = CASE WHEN app.is_over(NEW.status) THEN 'closed' ELSE 'reopened' END) THEN
    RAISE EXCEPTION 'a file is closed and opened again with a reason' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
