-- A restricted file whose new worker is no member would have a worker who cannot open it. Read as the application, which
-- sees the members because it may hand the file over at all.
CREATE OR REPLACE FUNCTION app.guard_new_worker() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.case_member m
                  WHERE m.case_id = NEW.id AND m.staff_id = NEW.worker_id AND m.valid_from <= app.now()
                    AND (m.valid_until IS NULL OR m.valid_until > app.now())) THEN
    RAISE EXCEPTION 'the worker of a restricted file is a member of it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
