CREATE OR REPLACE FUNCTION app.hear_marks(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE r text := t; pair text[];
BEGIN
  IF r ~ '[^\u0000-\u007f]' THEN
    FOREACH pair SLICE 1 IN ARRAY ARRAY[['ç','ch'],['ş','sh'],['ș','sh'],['š','sh'],['č','ch'],['ć','ch'],['ž','zh'],['ż','zh'],['đ','dj'],
      ['ś','sh'],['ź','z'],['ţ','ts'],['ț','ts'],['ř','rzh'],['ñ','ny'],['ń','ny'],['ö','o'],['ü','u'],['ğ','gh']] LOOP
      r := pg_catalog.replace(r, pair[1], pair[2]);
    END LOOP;
  END IF;
  RETURN app.strip_marks(r);
END $$;
GRANT EXECUTE ON FUNCTION app.hear_marks(text) TO accompany_app, accompany_guard;
