CREATE OR REPLACE FUNCTION app.latin(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE
  r text := pg_catalog.lower(pg_catalog.normalize(t, 'NFC'));
  pair text[];
BEGIN
  IF r ~ '[\u0600-\u06ff]' THEN r := app.latin_arabic(r); END IF;
  IF r ~ '[\u1200-\u137f]' THEN r := app.latin_ethiopic(r); END IF;
  IF r ~ '[\u0400-\u04ff]' THEN
    FOREACH pair SLICE 1 IN ARRAY ARRAY[['ж','zh'],['ч','ch'],['ш','sh'],['щ','shch'],['ц','ts'],['ю','yu'],['я','ya'],['є','ye'],['ї','yi'],
      ['ё','yo'],['х','kh'],['ђ','dj'],['ћ','ch'],['љ','ly'],['њ','ny'],['џ','dj'],['ѓ','gj'],['ќ','kj'],['ѕ','dz']] LOOP
      r := pg_catalog.replace(r, pair[1], pair[2]);
    END LOOP;
    r := pg_catalog.translate(r, 'абвгґдезийіклмнопрстуфэыўјѝқғңөұүһәъьʼ', 'abvggdeziyiklmnoprstufeywyikgnouuhe');
  END IF;
  IF r ~ '[\u0370-\u03ff\u1f00-\u1fff]' THEN
    r := pg_catalog.regexp_replace(pg_catalog.normalize(r, 'NFD'), '[\u0300-\u036f]', '', 'g');
    FOREACH pair SLICE 1 IN ARRAY ARRAY[['μπ','b'],['ντ','d'],['γκ','g'],['γγ','ng'],['ου','u'],['αι','e'],['ει','i'],['οι','i'],['αυ','av'],
      ['ευ','ev'],['τζ','tz'],['τσ','ts'],['θ','th'],['χ','ch'],['ψ','ps'],['ξ','x']] LOOP
      r := pg_catalog.replace(r, pair[1], pair[2]);
    END LOOP;
    r := pg_catalog.translate(r, 'αβγδεζηικλμνοπρσςτυφω', 'avgdeziiklmnoprsstifo');
  END IF;
  IF r ~ '[\u10d0-\u10ff]' THEN
    FOREACH pair SLICE 1 IN ARRAY ARRAY[['ჟ','zh'],['ღ','gh'],['შ','sh'],['ჩ','ch'],['ც','ts'],['ძ','dz'],['წ','ts'],['ჭ','ch'],['ხ','kh']] LOOP
      r := pg_catalog.replace(r, pair[1], pair[2]);
    END LOOP;
    r := pg_catalog.translate(r, 'აბგდევზთიკლმნოპრსტუფქყჯჰ', 'abgdevztiklmnoprstupkqjh');
  END IF;
  IF r ~ '[\u0531-\u0587]' THEN
    FOREACH pair SLICE 1 IN ARRAY ARRAY[['ու','u'],['ժ','zh'],['խ','kh'],['ծ','ts'],['ձ','dz'],['ղ','gh'],['ճ','ch'],['շ','sh'],['չ','ch'],
      ['ջ','j'],['ց','ts'],['և','ev']] LOOP
      r := pg_catalog.replace(r, pair[1], pair[2]);
    END LOOP;
    r := pg_catalog.translate(r, 'աբգդեզէըթիլկհմյնոպռսվտրւփքօֆ', 'abgdezeetilkhmynoprsvtrvpkof');
  END IF;
  RETURN r;
END $$;
GRANT EXECUTE ON FUNCTION app.latin(text) TO accompany_app, accompany_guard;
