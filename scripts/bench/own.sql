-- Offices of five thousand open files each, of one person each, and answers to own fields in every file: for the bench of own fields. Triggers and
-- foreign keys rest meanwhile: the rows are what they would have let in. bench.fields says how many fields there are.
SET session_replication_role = 'replica';
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

CREATE FUNCTION pg_temp.id(kind int, index bigint, part bigint DEFAULT 0) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(index), 8, '0') || '-' || lpad(to_hex(kind), 4, '0') || '-8000-8000-' || lpad(to_hex(part), 12, '0'))::uuid $$;
-- The same number for the same file, spread evenly.
CREATE FUNCTION pg_temp.spread(file bigint, part int, among int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (hashint8(file * 64 + part) & 2147483647) % among $$;

CREATE TEMP TABLE file AS
  SELECT i, pg_temp.id(4, i) AS id, pg_temp.id(5, i) AS person, pg_temp.id(2, i / 5000) AS team_id,
         pg_temp.id(3, 4 * (i / 5000) + i % 4) AS worker, current_date - 10 - pg_temp.spread(i, 1, 1500) AS opened
    FROM generate_series(0, 5000 * (SELECT count(*) FROM team) - 1) AS i;
INSERT INTO case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, next_step_on, unseen_on, silence_on, last_seen_on,
                       last_contact_on, created_by, created_at)
  SELECT id, c.code, (ARRAY['detention', 'asylum', 'general', 'minor'])[1 + pg_temp.spread(i, 2, 4)], 'active',
         (ARRAY['low', 'low', 'medium', 'high'])[1 + pg_temp.spread(i, 3, 4)], 'open', team_id, worker, opened,
         CASE WHEN i % 3 = 0 THEN current_date - 20 + pg_temp.spread(i, 4, 60) END,
         CASE WHEN i % 10 = 0 THEN current_date - 20 + pg_temp.spread(i, 5, 60) END,
         current_date - 30 + pg_temp.spread(i, 6, 90), opened + 5, opened + 5, worker, opened::timestamptz
    FROM file CROSS JOIN LATERAL (SELECT translate(lpad(to_hex(i), 7, '0'), '01abcdef', 'GHABCDEF') AS said) AS x
         CROSS JOIN LATERAL (SELECT left(x.said, 3) || '-' || right(x.said, 4) AS code) AS c;
INSERT INTO person (id, code, sex, created_by, created_at)
  SELECT person, 'P' || lpad(i::text, 7, '0'), (ARRAY['f', 'm'])[1 + pg_temp.spread(i, 7, 2)], worker, opened::timestamptz FROM file;
INSERT INTO person_name (id, person_id, kind, text, said_on, created_at)
  SELECT pg_temp.id(10, i), person, 'as_said', 'Invented ' || i, opened, opened::timestamptz FROM file;
INSERT INTO case_person (case_id, person_id, role, team_id, secrecy) SELECT id, person, 'principal', team_id, 'open' FROM file;

CREATE TEMP TABLE asked AS
  SELECT n, pg_temp.id(50, n) AS id, o.id AS organisation_id, s.id AS creator
    FROM generate_series(1, current_setting('bench.fields')::int) AS n,
         (SELECT id FROM organisation WHERE name = 'Bench') AS o, (SELECT id FROM staff WHERE role = 'admin' ORDER BY id LIMIT 1) AS s;
INSERT INTO own_field (id, organisation_id, key, owner, type, class, created_by)
  SELECT id, organisation_id, 'field_' || n, 'file', 'one', 'ordinary', creator FROM asked;
INSERT INTO own_field_edition (field_id, edition, organisation_id, state, labels, help, part, section, position, required, level, offices, kinds,
                               nationalities, conditions, options, because, created_by)
  SELECT id, 1, organisation_id, 'live', jsonb_build_object('en', 'Field ' || n), '{}', 'overview', '{}', n, 'optional', 'never', '{}', '{}', '{}', '[]',
         (SELECT jsonb_agg(jsonb_build_object('code', 'v' || v, 'labels', jsonb_build_object('en', 'Value ' || v), 'isOffered', true) ORDER BY v)
            FROM generate_series(1, 5) AS v), 'For the bench.', creator
    FROM asked;

-- Indexes are built once, when the rows are there.
CREATE TEMP TABLE built AS
  SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i WHERE i.tablename = 'own_value' AND i.indexname <> 'own_value_pkey';
DO $$ DECLARE one record; BEGIN FOR one IN SELECT name FROM built LOOP EXECUTE format('DROP INDEX public.%I', one.name); END LOOP; END $$;
-- A fifth of the files has each value of a field; of the eighth one the fifth value is rare.
INSERT INTO own_value (id, answer_id, case_id, field_id, edition, position, state, code, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(51, f.i, a.n), pg_temp.id(51, f.i, a.n), f.id, a.id, 1, 0, 'given', 'v' || 1 + x.value, f.worker, f.opened::timestamptz, f.team_id, 'open'
    FROM file f CROSS JOIN asked a
         CROSS JOIN LATERAL (SELECT CASE WHEN a.n < 8 THEN pg_temp.spread(f.i, 8 + a.n, 5)
                                         WHEN pg_temp.spread(f.i, 16, 500) = 0 THEN 4 ELSE pg_temp.spread(f.i, 17, 4) END AS value) AS x;
DO $$ DECLARE one record; BEGIN FOR one IN SELECT definition FROM built LOOP EXECUTE one.definition; END LOOP; END $$;
