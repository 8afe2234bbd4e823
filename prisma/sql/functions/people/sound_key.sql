-- Nine classes of consonants and a mark for a word that begins with none: short, coarse, the same for what is easily confused.
CREATE OR REPLACE FUNCTION app.sound_key(sound text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
  RETURN pg_catalog.translate(pg_catalog.regexp_replace(pg_catalog.ltrim(sound, '*'), '^[aeiouwyh]+', 'A'),
    'bpfvtdszcjkqgxmnlraeiouwyh', 'PPFFTTSSSSKKKKMNLR');
GRANT EXECUTE ON FUNCTION app.sound_key(text) TO accompany_app, accompany_guard;
