-- DropIndex
DROP INDEX "name_word_team_id_key_idx";

-- Two words of a name together (docs/adr/0089): who is looked for among a million people by two words that are both a letter off is
-- found by a key of both, not by everybody who bears a word that is a letter off one of them.

-- No search_path of its own, so that PostgreSQL writes it out where it stands: its names are bound when it is made.
CREATE FUNCTION app.pair_key(one text, other text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN LEAST(one, other) || '+' || GREATEST(one, other);
GRANT EXECUTE ON FUNCTION app.pair_key(text, text) TO accompany_guard, accompany_app;

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

ALTER TABLE public.name_word NO FORCE ROW LEVEL SECURITY;
INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within, team_id, secrecy)
SELECT DISTINCT a.case_id, a.person_id, a.name_id, a.starts, a.starts - b.starts, app.pair_key(a.key, b.key), '', '',
                a.within, a.team_id, a.secrecy
  FROM (SELECT w.*, dense_rank() OVER (PARTITION BY w.case_id, w.name_id ORDER BY w.starts) AS nth FROM public.name_word w WHERE w.span = 1) a
  JOIN (SELECT w.*, dense_rank() OVER (PARTITION BY w.case_id, w.name_id ORDER BY w.starts) AS nth FROM public.name_word w WHERE w.span = 1) b
    ON b.case_id = a.case_id AND b.name_id = a.name_id AND b.starts > a.starts
 WHERE a.nth <= 5 AND b.nth <= 5;
ALTER TABLE public.name_word FORCE ROW LEVEL SECURITY;

-- Everything that choosing names asks of a row, so that only the index is read. The key stands first: who leads many offices would
-- else go through the index once for each of them.
-- CreateIndex
CREATE INDEX "name_word_key_team_id_sound_secrecy_case_id_name_id_idx" ON "name_word"("key", "team_id", "sound", "secrecy", "case_id", "name_id");
