-- Numbers are found by keyed marks (docs/adr/0075). A file that is sealed keeps none, and one that becomes sealed loses them: after
-- copy_scope has said what the file is (triggers run in the order of their names).
CREATE OR REPLACE FUNCTION app.forget_number() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.secrecy = 'sealed' THEN
    NEW.number_mark := NULL;
    NEW.tail_mark := NULL;
  END IF;
  RETURN NEW;
END $$;
