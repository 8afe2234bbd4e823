-- Who becomes an admin is vouched for as an admin: the coordinator who vouched for a caseworker said nothing about that.
CREATE OR REPLACE FUNCTION app.doubt_new_admin() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.vouched_by := NULL;
  RETURN NEW;
END $$;
