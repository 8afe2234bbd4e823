-- As before (20261126012000_name_words), and then every two of the first five words, wherever they stand: span is below zero and
-- says how far they are apart; there is nothing to compare closely, so word and sound are empty.
CREATE OR REPLACE FUNCTION app.name_words(name text)
  RETURNS TABLE (starts smallint, span smallint, word text, sound text, keys text[])
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE
  particles constant text[] := ARRAY['al','el','ul','ol','il','as','ash','ar','ad','an','az','at','ur','ud','ou','ould','oul','ouled','oulad',
    'wuld','ben','bin','ibn','bint','bent','binti','de','da','do','dos','du','des','di','del','della','la','le','van','von','der','den','ter',
    'te','wa','y','e','et','md','mr','mrs','ms','mme'];
  -- "…of the faith" belongs to the word before it and says little without it.
  tails constant text[] := ARRAY['eddin','eddine','uddin','oddin','aldin','din','eddeen'];
  heard text[];
  plains text[];
  said text;
  plain text;
  last int;
  alone text[] := '{}';
  places int[] := '{}';
BEGIN
  said := app.latin(name);
  said := pg_catalog.regexp_replace(said, '[''’`´ʼʻ"]', '', 'g');
  said := pg_catalog.regexp_replace(said, '[^[:alpha:]\u0300-\u036f*]+', ' ', 'g');
  said := pg_catalog.btrim(said);
  -- "…ullah" belongs to the word before it.
  said := pg_catalog.regexp_replace(said, '([a-z]{2})\s+(?:[aou]?l-?l[aoi]h?|allah)\M', '\1ullah', 'g');
  heard := (pg_catalog.regexp_split_to_array(said, '\s+'))[1:12];
  last := pg_catalog.cardinality(heard);
  FOR i IN 1 .. last LOOP plains[i] := app.strip_marks(heard[i]); END LOOP;
  FOR i IN 1 .. last LOOP
    FOR wide IN 1 .. 3 LOOP
      CONTINUE WHEN i + wide - 1 > last;
      CONTINUE WHEN wide = 3 AND plains[i + 1] <> ALL (particles);
      CONTINUE WHEN wide = 1 AND last > 1 AND (plains[i] = ANY (particles) OR i > 1 AND plains[i] = ANY (tails));
      CONTINUE WHEN wide > 1 AND plains[i + wide - 1] = ANY (particles);
      plain := pg_catalog.array_to_string(heard[i : i + wide - 1], '');
      IF plain LIKE '*%' THEN plain := '*' || pg_catalog.replace(plain, '*', ''); END IF;
      word := CASE WHEN wide = 1 THEN plains[i] ELSE app.strip_marks(plain) END;
      CONTINUE WHEN pg_catalog.ltrim(word, '*') = '';
      sound := app.sound(app.hear_marks(plain));
      keys := app.name_keys(app.hear_marks(plain), word);
      CONTINUE WHEN keys IS NULL;
      IF wide = 1 THEN
        alone := alone || pg_catalog.array_to_string(keys, ' ');
        places := places || i;
      END IF;
      starts := i;
      span := wide;
      RETURN NEXT;
    END LOOP;
  END LOOP;
  word := '';
  sound := '';
  FOR a IN 1 .. LEAST(pg_catalog.cardinality(alone), 5) LOOP
    FOR b IN a + 1 .. LEAST(pg_catalog.cardinality(alone), 5) LOOP
      starts := places[a];
      span := places[a] - places[b];
      keys := ARRAY(SELECT DISTINCT app.pair_key(one, other) FROM pg_catalog.string_to_table(alone[a], ' ') one,
                                                                  pg_catalog.string_to_table(alone[b], ' ') other);
      RETURN NEXT;
    END LOOP;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.name_words(text) TO accompany_app, accompany_guard;
