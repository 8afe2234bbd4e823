-- Only whoever said yes is counted: being counted is asked as every other use is (docs/adr/0061).

-- 1. Who said yes to the figures of a period ------------------------------------------------------------------------------

GRANT SELECT (expires_at, is_minor, given_by, child_view) ON public.consent TO accompany_job;

-- Of each file of somebody, the last word about being counted that stands for the period; everybody whose last word is a yes in each
-- file in which she was asked. Who was asked in none is not here. A yes stands when it was said by the last day of the period, was
-- neither withdrawn nor over before the first, and of a child was a guardian's or a parent's and the child does not object. A
-- refusal stands at once; a withdrawal from the next period on. A mistake never stood. Written as app.consent_gap, for all at once.
CREATE FUNCTION app.people_to_count(period_start date, period_end date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH standing AS (
    SELECT c.case_id, c.person_id, c.answer, c.asked_on, c.created_at, w.ended_on, w.created_at AS ended_at,
           COALESCE(c.expires_at > period_start::timestamp AT TIME ZONE 'Europe/Brussels', true)
             AND (NOT c.is_minor OR (c.given_by IN ('guardian', 'parent') AND c.child_view IN ('agrees', 'too_young'))) AS covers
      FROM public.consent c
      LEFT JOIN public.consent_end w
        ON w.case_id = c.case_id AND w.consent_id = c.id AND w.kind = 'withdrawn' AND w.ended_on < period_start
     WHERE c.purpose = 'statistics' AND c.answer <> 'not_asked'
       AND NOT EXISTS (SELECT FROM public.consent_end m
                        WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')
  ), words AS (
    SELECT case_id, person_id, asked_on AS said_on, created_at, true AS is_yes FROM standing
     WHERE answer = 'given' AND ended_at IS NULL AND covers AND asked_on <= period_end
     UNION ALL
    SELECT case_id, person_id, asked_on, created_at, false FROM standing WHERE answer = 'refused'
     UNION ALL
    SELECT case_id, person_id, ended_on, ended_at, false FROM standing WHERE ended_at IS NOT NULL
  ), last AS (
    SELECT DISTINCT ON (person_id, case_id) person_id, is_yes FROM words
     ORDER BY person_id, case_id, said_on DESC, created_at DESC, is_yes
  )
  SELECT person_id FROM last GROUP BY person_id HAVING pg_catalog.bool_and(is_yes)
$$;
REVOKE ALL ON FUNCTION app.people_to_count(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.people_to_count(date, date) TO accompany_job, accompany_guard;

-- Where somebody is met first, nobody writes down who interpreted.
ALTER TABLE public.consent DROP CONSTRAINT consent_asking;
ALTER TABLE public.consent ADD CONSTRAINT consent_asking CHECK (CASE answer
    WHEN 'not_asked' THEN language IS NULL AND interpreter IS NULL AND form IS NULL AND given_by IS NULL
      AND child_view IS NULL AND expires_at IS NULL
    ELSE COALESCE(language ~ '^[a-z]{2,3}$', false)
      AND COALESCE(interpreter IN ('none', 'present', 'remote', 'relative', 'not_noted'), false)
      AND COALESCE(form IN ('spoken', 'signed', 'thumb'), false)
      AND COALESCE(given_by IN ('self', 'guardian', 'parent', 'lawyer'), false)
      AND (answer = 'given' OR expires_at IS NULL) END);

-- 2. What was counted stays to be counted when a file is erased ------------------------------------------------------------

-- app.left_out_of (whose last word is a no) is asked by the guard alone from here on.
REVOKE EXECUTE ON FUNCTION app.left_out_of(date) FROM accompany_job;

GRANT INSERT (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form, given_by, is_minor,
  created_by) ON public.consent TO accompany_guard;

SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.erase_content(file uuid, new_code text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  f record; child record; n bigint; hits uuid[]; ids uuid[] := ARRAY[file]; counts jsonb := '{}';
  empty_file uuid := pg_catalog.gen_random_uuid(); person uuid; nobody uuid; alone uuid[]; everybody uuid[]; silent uuid[]; counted uuid[];
BEGIN
  SELECT * INTO f FROM public.case_file c WHERE c.id = file FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF app.is_held(file) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT x.person_id), '{}') INTO everybody
    FROM (SELECT p.person_id FROM public.case_person p WHERE p.case_id = file
          UNION SELECT e.person_id FROM public.encounter e WHERE e.case_id = file) x;
  SELECT COALESCE(pg_catalog.array_agg(x.id), '{}') INTO alone
    FROM pg_catalog.unnest(everybody) x(id)
   WHERE NOT EXISTS (SELECT 1 FROM public.case_person p WHERE p.person_id = x.id AND p.case_id <> file);

  -- How much there is, and by which ids.
  FOR child IN
    SELECT c.conrelid::pg_catalog.regclass AS child_table, r.relname, a.attname AS link,
           pg_catalog.has_column_privilege('accompany_guard', c.conrelid, a.attname, 'SELECT') AS counted,
           COALESCE((SELECT pg_catalog.has_column_privilege('accompany_guard', c.conrelid, i.attname, 'SELECT')
                       FROM pg_catalog.pg_attribute i WHERE i.attrelid = c.conrelid AND i.attname = 'id'), false) AS named
      FROM pg_catalog.pg_constraint c
      JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'public.case_file'::pg_catalog.regclass AND r.relname <> 'file_erasure'
  LOOP
    CONTINUE WHEN NOT child.counted;
    EXECUTE pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE %I = $1', child.child_table, child.link) INTO n USING file;
    IF n > 0 THEN
      counts := counts || pg_catalog.jsonb_build_object(child.relname, n + COALESCE((counts ->> child.relname)::bigint, 0));
    END IF;
    CONTINUE WHEN NOT child.named;
    EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.array_agg(id), ''{}'') FROM %s WHERE %I = $1', child.child_table, child.link)
      INTO hits USING file;
    ids := ids || hits;
  END LOOP;

  -- The keys, and the list that a restore replays.
  SELECT COALESCE(pg_catalog.array_agg(g.id), '{}') INTO hits FROM public.glass g WHERE g.case_id = file;
  DELETE FROM public.wrapped_key k
   WHERE (k.holder_kind IN ('file', 'vault') AND k.holder_id = file) OR (k.holder_kind = 'glass' AND k.holder_id = ANY (hits))
      OR (k.holder_kind = 'person' AND k.holder_id = ANY (alone));
  INSERT INTO public.erasure (id, holder_kind, holder_id)
  SELECT pg_catalog.gen_random_uuid(), x.kind, x.id
    FROM (SELECT 'file' AS kind, file AS id UNION ALL SELECT 'vault', file UNION ALL SELECT 'glass', pg_catalog.unnest(hits)
          UNION ALL SELECT 'person', pg_catalog.unnest(alone)) x
   WHERE NOT EXISTS (SELECT 1 FROM public.erasure e WHERE e.holder_kind = x.kind AND e.holder_id = x.id);

  -- Whoever did not want to be counted is not counted without her no either.
  SELECT COALESCE(pg_catalog.array_agg(l.id), '{}') INTO silent
    FROM app.left_out_of('infinity') l(id) WHERE l.id = ANY (everybody);
  DELETE FROM public.encounter e WHERE e.case_id = file AND e.person_id = ANY (silent);
  SELECT COALESCE(pg_catalog.array_agg(c.id), '{}') INTO counted
    FROM app.people_to_count((app.now() AT TIME ZONE 'Europe/Brussels')::date, (app.now() AT TIME ZONE 'Europe/Brussels')::date) c(id)
   WHERE c.id = ANY (everybody);

  -- What is counted moves to a file and to people that never were, readable by nobody: sealed, and without a member.
  INSERT INTO public.case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, closed_on, created_by)
  VALUES (empty_file, new_code, f.kind, 'archived', 'low', 'sealed', f.team_id, f.worker_id, f.opened_on, f.closed_on, f.worker_id);
  n := 0;
  FOREACH person IN ARRAY everybody LOOP
    CONTINUE WHEN NOT EXISTS (SELECT 1 FROM public.encounter e WHERE e.case_id = file AND e.person_id = person);
    nobody := pg_catalog.gen_random_uuid();
    INSERT INTO public.person (id, code, created_by) VALUES (nobody, new_code, f.worker_id);
    UPDATE public.encounter e SET person_id = nobody WHERE e.case_id = file AND e.person_id = person;
    -- Her yes goes along as a bare yes: only with it is nobody counted. The day on which it was said stays, as that of a meeting does.
    INSERT INTO public.consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form,
                                given_by, is_minor, created_by)
    SELECT pg_catalog.gen_random_uuid(), empty_file, nobody, 'statistics', 'house', '{}', 'given', pg_catalog.min(c.asked_on), 'und',
           'not_noted', 'spoken', 'self', false, f.worker_id
      FROM public.consent c
     WHERE person = ANY (counted) AND c.person_id = person AND c.purpose = 'statistics' AND c.answer = 'given'
    HAVING pg_catalog.count(*) > 0;
  END LOOP;
  UPDATE public.encounter e SET case_id = empty_file, note_cipher = NULL, language = NULL WHERE e.case_id = file;
  GET DIAGNOSTICS n = ROW_COUNT;
  UPDATE public.encounter_item i SET case_id = empty_file WHERE i.case_id = file;
  UPDATE public.signal s SET case_id = empty_file, note_cipher = NULL, answer_cipher = NULL WHERE s.case_id = file;
  UPDATE public.file_erasure e SET case_id = empty_file WHERE e.case_id = file;

  DELETE FROM public.case_file c WHERE c.id = file;
  DELETE FROM public.person p WHERE p.id = ANY (alone);
  RETURN pg_catalog.jsonb_build_object('gone', counts - 'encounter' - 'encounter_item' - 'signal' - 'case_person',
    'people', pg_catalog.cardinality(alone), 'elsewhere', pg_catalog.cardinality(everybody) - pg_catalog.cardinality(alone),
    'kept', n, 'ids', pg_catalog.to_jsonb(ids || everybody));
END $$;
RESET ROLE;
