-- CreateTable
CREATE TABLE "name_word" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name_id" UUID NOT NULL,
    "starts" SMALLINT NOT NULL,
    "span" SMALLINT NOT NULL,
    "key" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "sound" TEXT NOT NULL,
    "within" BOOLEAN NOT NULL,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "name_word_pkey" PRIMARY KEY ("case_id","name_id","starts","span","key")
);

-- CreateTable
CREATE TABLE "name_equivalent" (
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "one_sound" TEXT NOT NULL DEFAULT '',
    "other_sound" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "name_equivalent_pkey" PRIMARY KEY ("one","other")
);

-- CreateIndex
CREATE INDEX "name_word_team_id_key_idx" ON "name_word"("team_id", "key");

-- CreateIndex
CREATE INDEX "name_word_name_id_idx" ON "name_word"("name_id");

-- CreateIndex
CREATE INDEX "name_word_person_id_idx" ON "name_word"("person_id");

-- CreateIndex
CREATE INDEX "name_equivalent_one_sound_idx" ON "name_equivalent"("one_sound");

-- AddForeignKey
ALTER TABLE "name_word" ADD CONSTRAINT "name_word_case_id_person_id_fkey" FOREIGN KEY ("case_id", "person_id") REFERENCES "case_person"("case_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_word" ADD CONSTRAINT "name_word_name_id_fkey" FOREIGN KEY ("name_id") REFERENCES "person_name"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. From any script to Latin letters -----------------------------------------------------------------------------------
-- Letters as staff in Belgium meet them, not as a standard transcribes them: what is lost is lost on both sides alike.
-- Words of a script that writes no short vowels begin with *: whoever compares looks at their consonants alone.

CREATE FUNCTION app.latin_ethiopic(t text) RETURNS text
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

CREATE FUNCTION app.latin_arabic(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE r text := pg_catalog.translate(pg_catalog.regexp_replace(t, '[ً-ٰٟـ‌]', '', 'g'), 'أإآٱ', 'اااا');
BEGIN
  r := pg_catalog.regexp_replace(r, '\mعبد\s+', 'عبد', 'g');
  r := pg_catalog.regexp_replace(r, '\s*الله\M', 'اله', 'g');
  r := pg_catalog.regexp_replace(r, '(\m|\mعبد)ال(?=[^\s]{3})', '\1', 'g');
  r := pg_catalog.regexp_replace(r, '(?<=\S)ة\M', 'ا', 'g');
  r := pg_catalog.regexp_replace(r, '([\u0600-\u06ff]+)', '*\1', 'g');
  r := pg_catalog.translate(r, 'ابپتټحدډرړزژسصضطظعفڤقكکگلمنڼوهەيیىئؤءېۍۆێڕڵہھےٹڈڑںة',
                               'abptthddrrzjssdtzafvkkkglmnnwheyyaywaeyoerlhhetdrna');
  r := pg_catalog.regexp_replace(r, 'ث', 'th', 'g');
  r := pg_catalog.regexp_replace(r, 'ذ', 'dh', 'g');
  r := pg_catalog.regexp_replace(r, '[شښ]', 'sh', 'g');
  r := pg_catalog.regexp_replace(r, 'خ', 'kh', 'g');
  r := pg_catalog.regexp_replace(r, 'غ', 'gh', 'g');
  r := pg_catalog.regexp_replace(r, 'چ', 'ch', 'g');
  r := pg_catalog.regexp_replace(r, 'ج', 'j', 'g');
  r := pg_catalog.regexp_replace(r, 'ږ', 'zh', 'g');
  r := pg_catalog.regexp_replace(r, 'څ', 'ts', 'g');
  RETURN pg_catalog.regexp_replace(r, 'ځ', 'z', 'g');
END $$;

CREATE FUNCTION app.latin(t text) RETURNS text
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

-- Letters with marks: what is written when the mark is left out, and what is heard with it.
CREATE FUNCTION app.strip_marks(t text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
  RETURN pg_catalog.regexp_replace(pg_catalog.translate(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.regexp_replace(pg_catalog.normalize(t, 'NFKD'), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđıəŋɓɗƙƴðħ', 'oldienbdkydh'), '[^a-z* ]', '', 'g');

CREATE FUNCTION app.hear_marks(t text) RETURNS text
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

-- 2. From letters to what is heard, and to a key ------------------------------------------------------------------------

-- One spelling for what sounds alike. The result has letters of its own: c as in church or shoe, x as in Khaled. A rule is looked
-- at where its letters stand (LIKE is cheap, and PostgreSQL keeps few compiled patterns).
CREATE FUNCTION app.sound(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE r text := t; rule text[];
BEGIN
  -- The article of "servant of the …" goes with the letter it was drawn to: Abdul Rahman, Abderrahmane.
  IF r LIKE 'abd%' OR r LIKE '*abd%' THEN
    r := pg_catalog.regexp_replace(r, '^(\*?)abd[aeiou]*(?:l(?=[^aeiouy])|r(?=r)|s(?=s)|n(?=n)|d(?=d)|z(?=z)|t(?=t))', '\1abd');
  END IF;
  IF r LIKE '___%e' AND pg_catalog.strpos('aeiou', pg_catalog.substr(r, pg_catalog.length(r) - 1, 1)) = 0 THEN
    r := pg_catalog.left(r, -1);
  END IF;
  FOREACH rule SLICE 1 IN ARRAY ARRAY[
    ['shtsh','C'],['schtsch','C'],['chtch','C'],['shch','C'],['stsch','C'],['szcz','C'],['tsch','C'],['tch','C'],['tsh','C'],
    ['dsch','J'],['dzh','J'],['dj','J'],['xh','J'],['gj','J'],['sch','C'],['sh','C'],['sz','C'],['cz','C'],['ch','C'],['zh','J'],
    ['ck','k'],['kh','x'],['ks','x'],['rh','r'],['gh','g'],['ph','f'],['th','t'],['dh','d'],['bh','b']
  ] LOOP
    IF pg_catalog.strpos(r, rule[1]) > 0 THEN r := pg_catalog.replace(r, rule[1], rule[2]); END IF;
  END LOOP;
  FOREACH rule SLICE 1 IN ARRAY ARRAY[
    ['qu','qu(?=[eiy])','k'],['di','^(n?)di(?=[aeou])','\1J'],['di','([aeou])di(?=[aou])','\1J'],['gi','gi(?=[aou])','J'],
    ['gu','gu(?=[eiy])','g'],['ou','(^|[^aeiou])ou(?=[aeiy])','\1w'],['ou','ou','u'],['oo','oo','u'],['uu','uu','u'],['ee','ee','i'],
    ['ie','ie$','i'],['iy','iy$','i'],['yi','yi','i'],['ai','ai','e'],['ay','ay','e'],['ei','ei','e'],['ey','ey','e'],
    ['aj','aj(?=[^aeiou]|$)','e'],['ej','ej(?=[^aeiou]|$)','e'],['ij','ij$','i'],['aw','aw(?=[^aeiouy]|$)','o'],['au','au','o'],
    ['w','w(?=[^aeiouy]|$)','u'],['c','c(?=[eiy])','s'],['ic','ic$','iC'],['h','(?<=[aeiou])h(?=[^aeiouy]|$)',''],['gn','gn(?=[aeiou])','n'],
    ['y','y(?=[^aeiou]|$)','i']
  ] LOOP
    IF pg_catalog.strpos(r, rule[1]) > 0 THEN r := pg_catalog.regexp_replace(r, rule[2], rule[3], 'g'); END IF;
  END LOOP;
  r := pg_catalog.translate(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(r, 'ts', 's'), 'tz', 's'), 'dz', 'z'), 'cqCJ', 'kkcj');
  RETURN pg_catalog.regexp_replace(r, '([a-z])\1+', '\1', 'g');
END $$;

-- Nine classes of consonants and a mark for a word that begins with none: short, coarse, the same for what is easily confused.
CREATE FUNCTION app.sound_key(sound text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
  RETURN pg_catalog.translate(pg_catalog.regexp_replace(pg_catalog.ltrim(sound, '*'), '^[aeiouwyh]+', 'A'),
    'bpfvtdszcjkqgxmnlraeiouwyh', 'PPFFTTSSSSKKKKMNLR');

-- Spellings that are read in two ways: each of them is one more key of the word.
CREATE FUNCTION app.name_keys(heard text, written text) RETURNS text[]
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

-- 3. The words of a name ------------------------------------------------------------------------------------------------

-- Every word, and every two neighbours written together: Gebre Medhin is Gebremedhin. A particle is no word of its own.
CREATE FUNCTION app.name_words(name text)
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
      starts := i;
      span := wide;
      RETURN NEXT;
    END LOOP;
  END LOOP;
END $$;

-- Two names are told to be one, or told to be two (below zero), by how they sound.
CREATE FUNCTION app.hear_equivalent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  SELECT w.sound INTO NEW.one_sound FROM app.name_words(NEW.one) w ORDER BY w.span DESC, w.starts LIMIT 1;
  SELECT w.sound INTO NEW.other_sound FROM app.name_words(NEW.other) w ORDER BY w.span DESC, w.starts LIMIT 1;
  RETURN NEW;
END $$;
CREATE TRIGGER hear_equivalent BEFORE INSERT OR UPDATE ON public.name_equivalent
  FOR EACH ROW EXECUTE FUNCTION app.hear_equivalent();
ALTER TABLE public.name_equivalent
  ADD CONSTRAINT name_equivalent_weight CHECK (weight BETWEEN -1 AND 1),
  ADD CONSTRAINT name_equivalent_two CHECK (one <> other);
GRANT SELECT ON public.name_equivalent TO accompany_app, accompany_backup;

-- 4. Kept beside every name in clear, in every file in which its person stands ------------------------------------------
-- By trigger, so that no way of writing a name forgets it. The guard writes the words from the new row alone; it may not read
-- a name. When a person comes into another file it carries over what stands here already.

GRANT EXECUTE ON FUNCTION app.latin_ethiopic(text), app.latin_arabic(text), app.latin(text), app.strip_marks(text), app.hear_marks(text),
  app.sound(text), app.sound_key(text), app.name_keys(text, text), app.name_words(text) TO accompany_guard, accompany_app;

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('name_word');
CREATE POLICY colleagues ON public.name_word AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
ALTER TABLE public.name_word ADD CONSTRAINT name_word_never_sealed CHECK (secrecy <> 'sealed');
GRANT SELECT ON public.name_word TO accompany_app;
GRANT SELECT, INSERT, DELETE ON public.name_word TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.keep_words_of_name() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM public.name_word w WHERE w.name_id = NEW.id;
  END IF;
  IF NEW.text IS NOT NULL AND NEW.withdrawn_at IS NULL THEN
    INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within)
    SELECT cp.case_id, NEW.person_id, NEW.id, w.starts, w.span, k.key, w.word, w.sound, NEW.circle_case_id IS NOT NULL
      FROM public.case_person cp, app.name_words(NEW.text) w, pg_catalog.unnest(w.keys) k(key)
     WHERE cp.person_id = NEW.person_id AND (NEW.circle_case_id IS NULL OR cp.case_id = NEW.circle_case_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.carry_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within)
  SELECT DISTINCT NEW.case_id, w.person_id, w.name_id, w.starts, w.span, w.key, w.word, w.sound, false
    FROM public.name_word w WHERE w.person_id = NEW.person_id AND w.case_id <> NEW.case_id AND NOT w.within;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.keep_words_of_name(), app.carry_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keep_words_of_name(), app.carry_words() TO accompany_owner;
RESET ROLE;

CREATE TRIGGER keep_words AFTER INSERT OR UPDATE OF text, withdrawn_at, circle_case_id ON public.person_name
  FOR EACH ROW EXECUTE FUNCTION app.keep_words_of_name();
CREATE TRIGGER carry_words AFTER INSERT ON public.case_person
  FOR EACH ROW EXECUTE FUNCTION app.carry_words();

-- Names that came without their triggers: what stood before this migration, and what the bench copies in.
CREATE FUNCTION app.fill_name_words() RETURNS void
  LANGUAGE sql SET search_path = ''
AS $$
  -- Many people bear the same name: each spelling is heard once.
  WITH spelling AS MATERIALIZED (
    SELECT d.text, w.starts, w.span, w.word, w.sound, k.key
      FROM (SELECT DISTINCT n.text FROM public.person_name n WHERE n.text IS NOT NULL AND n.withdrawn_at IS NULL) d,
           app.name_words(d.text) w, pg_catalog.unnest(w.keys) k(key))
  INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within, team_id, secrecy)
  SELECT cp.case_id, n.person_id, n.id, w.starts, w.span, w.key, w.word, w.sound, n.circle_case_id IS NOT NULL, cp.team_id, cp.secrecy
    FROM public.person_name n
    JOIN public.case_person cp ON cp.person_id = n.person_id AND (n.circle_case_id IS NULL OR cp.case_id = n.circle_case_id)
    JOIN spelling w ON w.text = n.text
   WHERE n.withdrawn_at IS NULL AND cp.secrecy <> 'sealed'
  ON CONFLICT DO NOTHING
$$;
ALTER TABLE public.person_name NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.case_person NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.name_word NO FORCE ROW LEVEL SECURITY;
SELECT app.fill_name_words();
ALTER TABLE public.person_name FORCE ROW LEVEL SECURITY;
ALTER TABLE public.case_person FORCE ROW LEVEL SECURITY;
ALTER TABLE public.name_word FORCE ROW LEVEL SECURITY;
