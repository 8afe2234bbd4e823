-- A password that came by a link proves the link. Where no second step stands behind it, someone vouches anew.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.doubt_after_reset() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.staff s SET vouched_at = NULL, vouched_by = NULL
   WHERE s.id = NEW.staff_id
     AND NOT EXISTS (SELECT 1 FROM public.credential c WHERE c.staff_id = s.id AND c.totp_enrolled_at IS NOT NULL);
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.doubt_after_reset() TO accompany_owner;
