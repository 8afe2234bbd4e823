SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.check_handover_holder() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE h record; holder uuid;
BEGIN
  SELECT x.kind, x.sent_by, x.from_staff_id INTO h FROM public.handover x WHERE x.id = NEW.handover_id;
  SELECT f.worker_id INTO holder FROM public.case_file f WHERE f.id = NEW.case_id;
  IF h.kind = 'permanent' AND (NEW.state IN ('held', 'offered', 'declined') AND holder <> h.sent_by
                               OR NEW.state = 'accepted' AND holder <> NEW.to_staff_id) THEN
    RAISE EXCEPTION 'a file that is handed over is held by somebody' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.check_handover_holder() TO accompany_owner;
