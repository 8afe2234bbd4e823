-- What is asked when a link is made is asked again each time it is opened.
CREATE OR REPLACE FUNCTION app.guard_share() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE gap text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.revoked_by IS DISTINCT FROM app.worker_id() THEN
      RAISE EXCEPTION 'a link is closed once and for good' USING ERRCODE = '42501';
    END IF;
    NEW.revoked_at := app.now();
    RETURN NEW;
  END IF;
  NEW.created_at := app.now();
  NEW.tries := 0;
  NEW.revoked_at := NULL;
  NEW.revoked_by := NULL;
  gap := app.share_gap(NEW.case_id, NEW.referral_id, NEW.step_id);
  IF gap IS NOT NULL THEN
    RAISE EXCEPTION 'no consent: %', gap USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
