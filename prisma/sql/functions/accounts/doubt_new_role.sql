-- An admin who becomes a colleague of another role is a new pair of eyes, whatever they were before.
CREATE OR REPLACE FUNCTION app.doubt_new_role() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.vouched_at := NULL;
  NEW.vouched_by := NULL;
  RETURN NEW;
END $$;
