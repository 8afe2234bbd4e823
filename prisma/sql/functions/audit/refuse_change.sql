CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
