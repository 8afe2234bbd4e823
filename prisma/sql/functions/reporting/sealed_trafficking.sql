-- What the trafficking table of a year is counted from, in the memory of the application (docs/adr/0141): of everyone of whom something
-- happened in it, each file that is kept for possible trafficking. No name, no code, no text; of the account its answers alone, as they lie
-- encrypted, with the key of the file as it lies wrapped. What happened after the year is left out.
SET ROLE accompany_sealed;
CREATE OR REPLACE FUNCTION app.sealed_trafficking(wanted integer)
  RETURNS TABLE (case_id uuid, person_id uuid, sex text, ages jsonb, nationalities jsonb, signs jsonb, stages jsonb, steps jsonb,
                 account_id uuid, account_at timestamptz, answers bytea, key_id uuid, wrapped bytea)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid := app.begin_sealed_reading('trafficking', wanted);
  first_day date := pg_catalog.make_date(wanted, 1, 1);
  last_day date := pg_catalog.make_date(wanted, 12, 31);
BEGIN
  RETURN QUERY
  WITH file AS (
    SELECT f.id, cp.person_id AS person
      FROM public.case_file f
      JOIN public.team t ON t.id = f.team_id
      JOIN public.case_person cp ON cp.case_id = f.id
     WHERE f.kind = 'thb' AND f.secrecy IN ('restricted', 'sealed') AND t.organisation_id = organisation
       AND cp.role = 'principal' AND cp.left_because IS DISTINCT FROM 'mistake'
  ), sign AS (
    SELECT s.case_id AS file, s.id, s.subject_id, s.revision, s.mistake, (s.created_at AT TIME ZONE 'Europe/Brussels')::date AS day
      FROM public.trafficking_sign s
  ), event AS (
    SELECT e.case_id AS file, e.id, e.subject_id, e.revision, e.mistake, e.kind, e.reason, e.on_day AS day FROM public.trafficking_event e
  ), centre AS (
    SELECT DISTINCT ON (r.case_id, r.subject_id) r.case_id AS file, r.subject_id, r.person_id AS person, r.kind, r.mistake
      FROM public.referral r ORDER BY r.case_id, r.subject_id, r.revision DESC
  ), step AS (
    SELECT c.file, c.person, p.id, p.referral_id, p.kind, p.takes_back, p.on_day AS day
      FROM centre c JOIN public.referral_step p ON p.referral_id = c.subject_id AND p.case_id = c.file
     WHERE c.mistake IS NULL AND c.kind IN ('specialised_centre', 'child_centre')
  ), touched AS (
    SELECT DISTINCT x.person FROM file x
     WHERE EXISTS (SELECT FROM sign s WHERE s.file = x.id AND s.day BETWEEN first_day AND last_day)
        OR EXISTS (SELECT FROM event e WHERE e.file = x.id AND e.day BETWEEN first_day AND last_day)
        OR EXISTS (SELECT FROM step p WHERE p.file = x.id AND p.person = x.person AND p.day BETWEEN first_day AND last_day)
  )
  SELECT x.id, x.person, n.sex,
         (SELECT COALESCE(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('basis', a.basis, 'bornEarliest', a.born_earliest,
                   'bornLatest', a.born_latest) ORDER BY a.id), '[]')
            FROM public.age_claim a WHERE a.person_id = x.person AND a.withdrawn_at IS NULL),
         (SELECT COALESCE(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('country', c.country, 'certainty', c.certainty,
                   'from', c.valid_from, 'to', c.valid_to) ORDER BY c.id), '[]')
            FROM public.nationality c WHERE c.person_id = x.person AND c.withdrawn_at IS NULL),
         (SELECT COALESCE(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', s.id, 'subjectId', s.subject_id, 'revision', s.revision,
                   'mistake', s.mistake, 'on', s.day) ORDER BY s.id), '[]')
            FROM sign s WHERE s.file = x.id),
         (SELECT COALESCE(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', e.id, 'subjectId', e.subject_id, 'revision', e.revision,
                   'mistake', e.mistake, 'kind', e.kind, 'reason', e.reason, 'on', e.day) ORDER BY e.id), '[]')
            FROM event e WHERE e.file = x.id),
         (SELECT COALESCE(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', p.id, 'kind', p.kind, 'takesBack', p.takes_back,
                   'on', p.day) ORDER BY p.id), '[]')
            FROM step p WHERE p.file = x.id AND p.person = x.person),
         account.id, account.created_at, account.answers_cipher, k.id, k.wrapped
    FROM file x
    JOIN touched ON touched.person = x.person
    JOIN public.person n ON n.id = x.person
    LEFT JOIN LATERAL (SELECT a.id, a.created_at, a.answers_cipher FROM public.trafficking_account a
                        WHERE a.case_id = x.id ORDER BY a.revision DESC LIMIT 1) account ON true
    LEFT JOIN public.wrapped_key k ON k.holder_kind = 'file' AND k.holder_id = x.id AND k.recipient = 'server'
          AND pg_catalog.decode(pg_catalog.replace(k.id::text, '-', ''), 'hex') = pg_catalog.substring(account.answers_cipher, 2, 16)
   ORDER BY x.person, x.id;
END $$;
GRANT EXECUTE ON FUNCTION app.sealed_trafficking(integer) TO accompany_app;
