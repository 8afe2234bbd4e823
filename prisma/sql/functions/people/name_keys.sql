-- Spellings that are read in two ways: each of them is one more key of the word.
CREATE OR REPLACE FUNCTION app.name_keys(heard text, written text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE spelling text; rule text[]; keys text[] := '{}'; other text;
BEGIN
  FOREACH spelling IN ARRAY CASE WHEN heard = written THEN ARRAY[heard] ELSE ARRAY[heard, written] END LOOP
    keys := keys || app.sound_key(app.sound(spelling));
    FOREACH rule SLICE 1 IN ARRAY ARRAY[
      ['w', '(?<=.)w', 'v'],                 -- Kowalenko, Iwanow
      ['th', 'th', 's'],                     -- Othman, Osman
      ['c', '^c(?=[aeiu])', ''],             -- Cabdi, Abdi
      ['c', 'c(?![hk])', 'ch'],              -- Celik without its marks
      ['q', 'q', 'ch'],                      -- Qendrim, Chendrim
      ['j', '(?<!d)j', 'y'],                 -- Jusuf, Bojko
      ['di', '^di', 'ti'],                   -- Dieter
      ['ch', '(?<![st])ch(?!t)', 'k'],       -- Michail, Christo
      ['kh', 'kh', 'h'],                     -- Khava, Hava
      ['x', 'x', 'h'],                       -- Xasan, Hassan
      ['g', '^g(?=[aeilnruy])', 'h'],        -- Galina, Halyna
      ['g', '^g(?=[eiy])', 'j']              -- Gibril
    ] LOOP
      CONTINUE WHEN pg_catalog.strpos(spelling, rule[1]) = 0;
      other := pg_catalog.regexp_replace(spelling, rule[2], rule[3], 'g');
      IF other <> spelling THEN keys := keys || app.sound_key(app.sound(other)); END IF;
    END LOOP;
  END LOOP;
  RETURN (SELECT pg_catalog.array_agg(DISTINCT k) FROM pg_catalog.unnest(keys) k WHERE k <> '');
END $$;
GRANT EXECUTE ON FUNCTION app.name_keys(text, text) TO accompany_app, accompany_guard;
