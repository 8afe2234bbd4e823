CREATE OR REPLACE FUNCTION app.latin_ethiopic(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE
  -- The block is a table of eight forms a row; an empty consonant is the letter that only carries its vowel.
  consonants constant text[] := ARRAY['h','l','h','m','s','r','s','sh','k','kw','k','kw','b','v','t','ch','h','hw','n','ny','','k','kw',
    'kh','khw','w','','z','zh','y','d','d','j','g','gw','g','t','ch','p','ts','ts','f','p'];
  vowels constant text[] := ARRAY['e','u','i','a','e','','o','wa'];
  result text := '';
  letter text;
  code int;
BEGIN
  FOREACH letter IN ARRAY pg_catalog.regexp_split_to_array(t, '') LOOP
    code := pg_catalog.ascii(letter) - 4608;
    result := result || CASE
      WHEN code BETWEEN 0 AND 343 AND consonants[code / 8 + 1] = '' AND code % 8 = 0 THEN 'a'
      WHEN code BETWEEN 0 AND 343 THEN consonants[code / 8 + 1] || vowels[code % 8 + 1]
      ELSE letter END;
  END LOOP;
  RETURN result;
END $$;
GRANT EXECUTE ON FUNCTION app.latin_ethiopic(text) TO accompany_app, accompany_guard;
