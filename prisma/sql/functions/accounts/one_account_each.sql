-- In the rights of the sign-in path, which reads both tables.
CREATE OR REPLACE FUNCTION app.one_account_each() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('accompany.address:' || NEW.email, 0));
  IF EXISTS (SELECT FROM public.credential c JOIN public.staff s ON s.id = c.staff_id JOIN public.staff mine ON mine.id = NEW.staff_id
              WHERE c.email = NEW.email AND c.staff_id <> NEW.staff_id AND s.organisation_id = mine.organisation_id) THEN
    RAISE EXCEPTION 'this address has an account in this organisation' USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;
