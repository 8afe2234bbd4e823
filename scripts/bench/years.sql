-- Ten years of an organisation, 2016 to 2025, for the bench of reports: a million conversations in twenty offices, with visits, stays, ends of
-- detention, corrections, restricted and sealed files, procedures, minors, referrals. Triggers and foreign keys rest meanwhile: the rows are
-- what they would have let in. The draws are seeded, so that two runs have the same rows; no text is real and no cipher holds one.
SET session_replication_role = 'replica';
SET synchronous_commit = off;
SET max_parallel_workers_per_gather = 0;
SET work_mem = '256MB';
SELECT setseed(0.2612);

CREATE FUNCTION pg_temp.id(kind int, index bigint, part bigint DEFAULT 0) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(index), 8, '0') || '-' || lpad(to_hex(kind), 4, '0') || '-8000-8000-' || lpad(to_hex(part), 12, '0'))::uuid $$;
-- One of a list.
CREATE FUNCTION pg_temp.pick(list text[]) RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT list[1 + floor(random() * cardinality(list))::int] $$;
-- A day as people know it: its text, its first and its last day.
CREATE FUNCTION pg_temp.said(day date, exact boolean, OUT on_when text, OUT on_from date, OUT on_to date) LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN exact THEN day::text ELSE to_char(day, 'YYYY-MM') END,
         CASE WHEN exact THEN day ELSE date_trunc('month', day)::date END,
         CASE WHEN exact THEN day ELSE (date_trunc('month', day) + interval '1 month - 1 day')::date END $$;

CREATE TEMP TABLE centre AS
  SELECT id, row_number() OVER (ORDER BY kind, slug) - 1 AS n, count(*) OVER () AS centres
    FROM place WHERE kind IN ('closed_centre', 'return_home', 'inad_centre') AND valid_to IS NULL;
CREATE TEMP TABLE project_of AS SELECT pg_temp.id(40, n) AS id, n FROM generate_series(0, 4) AS n;
INSERT INTO project (id, organisation_id, name, from_day, created_by)
  SELECT p.id, o.id, 'Project ' || p.n, '2016-01-01', s.id
    FROM project_of p, organisation o, (SELECT id FROM staff WHERE role = 'admin' ORDER BY id LIMIT 1) AS s WHERE o.name = 'Bench';

-- The first office has a tenth of all files, one of its four colleagues a fortieth of that.
CREATE TEMP TABLE drawn AS
  SELECT d.*, pg_temp.id(4, i) AS id, pg_temp.id(5, i) AS person, pg_temp.id(2, team) AS team_id, pg_temp.id(3, 4 * team + hand) AS worker,
         (opened - '2016-01-01'::date) / 2 AS slot, i / 10 % CASE WHEN team = 0 THEN 9 ELSE 5 END AS side,
         CASE WHEN i % 50 = 7 THEN 'restricted' WHEN i % 100 = 13 THEN 'sealed' ELSE 'open' END AS secrecy
    FROM (SELECT i, '2016-01-01'::date + floor(i / 312000.0 * 3652)::int AS opened, t.team,
                 CASE WHEN t.team = 0 THEN CASE WHEN i / 10 % 40 = 0 THEN 0 ELSE 1 + i / 10 % 3 END ELSE i / 7 % 4 END AS hand,
                 1 + floor(random() * 5.9)::int AS meetings, 1 + least(300, floor(-35 * ln(1 - random())))::int AS days,
                 random() < 0.2 AS moved, CASE WHEN random() < 0.12 THEN 1 + floor(random() * 3)::int ELSE 0 END AS family,
                 pg_temp.pick('{f,f,m,m,m,m,m,m,m,m,x,unknown,not_asked}') AS sex, random() AS luck
            FROM generate_series(0, 311999) AS i
                 CROSS JOIN LATERAL (SELECT CASE WHEN i % 10 = 0 THEN 0 ELSE 1 + i % 19 END AS team) AS t) AS d;
CREATE TEMP TABLE file AS
  SELECT d.*, c.id AS place, e.id AS second_place, d.opened - floor(d.luck * 6)::int AS since, u.until,
         CASE WHEN u.until + 30 <= '2025-12-31' AND d.luck < 0.93 THEN u.until + 10 + floor(d.luck * 20)::int END AS closed
    FROM drawn d JOIN centre c ON c.n = (d.team * 2 + d.slot % 2) % c.centres JOIN centre e ON e.n = (d.team * 2 + d.slot % 2 + 3) % e.centres
         CROSS JOIN LATERAL (SELECT nullif(least(d.opened + d.days, '2026-01-01'), '2026-01-01') AS until) AS u;
ANALYZE file;

INSERT INTO case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, closed_on, closure_reason, created_by, created_at)
  SELECT id, 'B' || lpad(i::text, 6, '0'), pg_temp.pick('{detention,detention,detention,det,family,minor}'),
         CASE WHEN closed IS NULL THEN 'active' ELSE 'closed' END, pg_temp.pick('{low,low,medium,high}'), secrecy, team_id, worker, opened, closed,
         CASE WHEN closed IS NOT NULL THEN 'goal_reached' END, worker, opened::timestamptz
    FROM file;
INSERT INTO case_member (id, case_id, staff_id, kind, valid_from, added_by, team_id, secrecy)
  SELECT pg_temp.id(14, f.i, k), f.id, pg_temp.id(3, 4 * f.team + (f.hand + k) % 4), 'support', f.opened::timestamptz, f.worker, f.team_id, f.secrecy
    FROM file f, generate_series(0, 1) AS k WHERE f.secrecy <> 'open';

-- The person of the file, and who is in it with them.
CREATE TEMP TABLE one AS
  SELECT f.i, m AS part, pg_temp.id(5, f.i, m) AS person, f.id AS case_id, f.team_id, f.secrecy, f.worker, f.opened,
         CASE WHEN m = 0 THEN f.sex ELSE pg_temp.pick('{f,m}') END AS sex,
         CASE WHEN m = 0 THEN 'principal' WHEN m = 1 THEN 'partner' ELSE 'child' END AS role,
         CASE WHEN m > 1 THEN floor(random() * 17)::int WHEN random() < 0.06 THEN 14 + floor(random() * 4)::int ELSE 18 + floor(random() * 45)::int END AS age
    FROM file f CROSS JOIN LATERAL generate_series(0, f.family) AS m;
INSERT INTO person (id, code, sex, created_by, created_at)
  SELECT person, 'P' || lpad(i::text, 6, '0') || part, sex, worker, opened::timestamptz FROM one;
INSERT INTO person_name (id, person_id, kind, text, said_on, created_at)
  SELECT pg_temp.id(10, i, part), person, 'as_said', 'Person ' || i || ' ' || part, opened, opened::timestamptz FROM one WHERE secrecy <> 'sealed';
INSERT INTO case_person (case_id, person_id, role, team_id, secrecy) SELECT case_id, person, role, team_id, secrecy FROM one;
-- Some are in a file of another office as well, years later.
INSERT INTO case_person (case_id, person_id, role, team_id, secrecy)
  SELECT o.id, f.person, 'other_relative', o.team_id, o.secrecy FROM file f JOIN file o ON o.i = f.i + 40001
   WHERE f.i % 25 = 3 AND f.secrecy <> 'sealed' AND o.secrecy <> 'sealed';
INSERT INTO age_claim (id, person_id, basis, age_years, as_of, born_earliest, born_latest, created_at, withdrawn_at, withdrawn_because)
  SELECT pg_temp.id(11, i, 8 * part + k), person, 'said', age + k, opened, opened - (365.25 * (age + k + 1))::int, opened - (365.25 * (age + k))::int,
         opened::timestamptz, CASE WHEN k = 1 AND i % 3 = 0 THEN now() END, CASE WHEN k = 1 AND i % 3 = 0 THEN 'misread' END
    FROM one CROSS JOIN LATERAL generate_series(0, (i % 20 = 0)::int) AS k WHERE i % 17 <> 4;
INSERT INTO nationality (id, person_id, country, certainty, created_at)
  SELECT pg_temp.id(12, i, 8 * part + k), person, pg_temp.pick('{AF,SY,MA,DZ,GN,ER,AL,GE,BI,CM,TR,PS,IQ,SO,SN,VN,BR,CD,IN,PK}'),
         pg_temp.pick('{said,said,document,presumed}'), opened::timestamptz + k * interval '1 day'
    FROM one CROSS JOIN LATERAL generate_series(0, (i % 15 = 0)::int) AS k WHERE i % 33 <> 5;
INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form, given_by, is_minor, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(18, i), case_id, person, 'statistics', 'house', '{}', CASE WHEN i % 14 = 5 THEN 'refused' ELSE 'given' END, opened, 'fr', 'none',
         'spoken', 'self', false, worker, opened::timestamptz, team_id, secrecy
    FROM one WHERE part = 0 AND i % 14 <> 12;

-- Conversations, each in a visit of the office to the centre.
CREATE TEMP TABLE meeting AS
  SELECT f.i, k, pg_temp.id(9, f.i, k) AS id, f.id AS case_id, CASE WHEN f.family > 0 AND k % 3 = 0 THEN pg_temp.id(5, f.i, 1) ELSE f.person END AS person,
         f.team, f.side, f.team_id, f.secrecy, f.worker, f.place, s.slot, pg_temp.id(6, f.team, 16 * s.slot + f.side) AS visit,
         '2016-01-01'::date + 2 * s.slot AS day, pg_temp.pick('{seen,seen,seen,seen,seen,seen,not_seen,refused,gone}') AS outcome
    FROM file f CROSS JOIN LATERAL generate_series(1, f.meetings) AS k
         CROSS JOIN LATERAL (SELECT f.slot + 2 * (k - 1) * (1 + (f.i + k) % 4) AS slot) AS s
   WHERE s.slot < 1826;
INSERT INTO visit (id, team_id, place_id, on_date, starts_at, ends_at, access, waiting_minutes, project_id, created_by, created_at)
  SELECT v.visit, v.team_id, v.place, v.day, '09:30', '14:15', pg_temp.pick('{granted,granted,granted,granted,granted,granted,delayed,partly_refused}'),
         floor(random() * 90)::int, p.id, v.worker, v.day::timestamptz
    FROM (SELECT DISTINCT ON (visit) * FROM meeting ORDER BY visit, i) AS v LEFT JOIN project_of p ON p.n = v.slot % 7 ORDER BY v.day;
INSERT INTO visit_visitor (visit_id, staff_id)
  SELECT v.id, v.created_by FROM visit v UNION SELECT v.id, pg_temp.id(3, 4 * t.n + 1) FROM visit v JOIN (SELECT pg_temp.id(2, n) AS id, n FROM generate_series(0, 19) AS n) AS t
    ON t.id = v.team_id WHERE v.waiting_minutes % 2 = 0;
INSERT INTO visit_group (id, visit_id, people) SELECT gen_random_uuid(), id, 3 + waiting_minutes % 12 FROM visit WHERE waiting_minutes % 10 = 0;
INSERT INTO visit_observation (id, visit_id, theme, text_cipher)
  SELECT gen_random_uuid(), id, pg_temp.pick('{food,health,hygiene}'), '\x00' FROM visit WHERE waiting_minutes % 5 = 0;
INSERT INTO centre_closure (id, organisation_id, place_id, from_day, until_day, reason, created_by)
  SELECT gen_random_uuid(), o.id, c.id, d::date, d::date + 5, 'works', s.id
    FROM organisation o, centre c, generate_series('2016-02-01'::date, '2025-12-01', interval '4 months') AS d,
         (SELECT id FROM staff WHERE role = 'admin' ORDER BY id LIMIT 1) AS s WHERE o.name = 'Bench';
INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, mode, language, interpreter, project_id, note_cipher, author_id, created_at, team_id, secrecy)
  SELECT m.id, m.visit, m.case_id, m.person, m.place, m.day, m.k, m.outcome, CASE WHEN m.i % 20 = 0 THEN 'phone' ELSE 'in_person' END,
         CASE WHEN m.i % 4 > 0 THEN pg_temp.pick('{fr,en,ar,ti,fa,es}') END, CASE WHEN m.i % 3 > 0 THEN pg_temp.pick('{in_person,phone,none}') END,
         CASE WHEN m.i % 12 = 0 THEN pg_temp.id(40, m.k % 5) END, decode(repeat('00', 120), 'hex'), m.worker, m.day::timestamptz, m.team_id, m.secrecy
    FROM meeting m ORDER BY m.day, m.i;
INSERT INTO encounter_item (encounter_id, kind, code, case_id, team_id, secrecy)
  SELECT m.id, x.kind, x.code, m.case_id, m.team_id, m.secrecy
    FROM meeting m
         CROSS JOIN LATERAL (SELECT 'topic' AS kind, pg_temp.pick('{health,family,legal_aid,asylum,detention}') AS code UNION
                             SELECT 'topic', pg_temp.pick('{conditions,removal}') WHERE m.i % 3 = 0 UNION
                             SELECT 'request', pg_temp.pick('{lawyer,clothes,phone_card,doctor}') WHERE m.i % 2 = 0 UNION
                             SELECT 'action', pg_temp.pick('{called_lawyer,gave_information,wrote_letter}') WHERE m.k % 2 = 0) AS x
   WHERE m.outcome = 'seen' ORDER BY m.day, m.i;
INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by, raised_at, answered_by, answered_at, team_id, secrecy)
  SELECT pg_temp.id(8, i, k), id, case_id, pg_temp.pick('{suicide_risk,minor_detained,no_lawyer}'), pg_temp.pick('{info,watch,serious,critical}'), worker,
         day::timestamptz + interval '10 hours', CASE WHEN i % 10 > 0 THEN worker END, CASE WHEN i % 10 > 0 THEN day::timestamptz + interval '4 days' END, team_id, secrecy
    FROM meeting WHERE (7 * i + k) % 40 = 0;

-- Detention: one time in it or two, in one place or two, with what happened.
INSERT INTO detention_episode (id, case_id, arrest_context, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(20, i), id, pg_temp.pick('{not_known,police_check,border,home,workplace}'), worker, opened::timestamptz, team_id, secrecy
    FROM file WHERE i % 10 > 0;
INSERT INTO place_stay (id, case_id, person_id, place_id, since, until, episode_id, created_at, team_id, secrecy)
  SELECT pg_temp.id(13, o.i, 8 * o.part + k), o.case_id, o.person, CASE WHEN k = 0 THEN f.place ELSE f.second_place END,
         CASE WHEN k = 1 THEN f.since + f.days / 2 WHEN f.i % 40 = 11 THEN NULL ELSE f.since END,
         CASE WHEN k = 0 AND f.moved THEN f.since + f.days / 2 WHEN f.i % 20 <> 9 THEN f.until END,
         CASE WHEN f.i % 10 > 0 THEN pg_temp.id(20, f.i) END, f.opened::timestamptz, o.team_id, o.secrecy
    FROM one o JOIN file f ON f.i = o.i CROSS JOIN LATERAL generate_series(0, f.moved::int) AS k ORDER BY f.since, o.i;
CREATE TEMP TABLE happening AS
  SELECT f.i, f.id AS case_id, f.team_id, f.secrecy, f.worker, x.n, x.kind, least(x.day, '2025-12-31') AS day, x.kind = 'ended' OR (f.i + x.n) % 5 > 0 AS exact
    FROM file f
         CROSS JOIN LATERAL (VALUES (0, 'ordered', f.since, f.i % 20 > 0), (1, 'ended', f.until, f.until IS NOT NULL AND f.i % 4 > 0),
                                    (2, 'petition_filed', f.opened + 5, f.i % 3 = 0), (3, 'petition_decided', f.opened + 20, f.i % 4 = 0),
                                    (4, 'removal_planned', f.opened + 25, f.i % 5 = 0), (5, 'removal_ended', f.opened + 30, f.i % 6 = 0),
                                    (6, 'isolation_began', f.opened + 8, f.i % 30 = 0), (7, 'complaint_filed', f.opened + 9, f.i % 50 = 0),
                                    (8, 'incident', f.opened + 3, f.i % 40 = 0), (9, 'ordered', f.since + 60, f.days > 60)) AS x(n, kind, day, happens)
   WHERE x.happens AND f.i % 10 > 0;
-- Of twenty one was corrected, of a hundred one taken back.
INSERT INTO detention_event (id, case_id, episode_id, kind, replaces, withdrawn_because, on_when, on_from, on_to, on_text, on_basis, order_kind, ground, court,
                             petition_outcome, removal_kind, removal_outcome, isolation_ground, channel, end_reason, author_id, created_at, team_id, secrecy)
  SELECT pg_temp.id(21, h.i, 4 * h.n + v.k), h.case_id, pg_temp.id(20, h.i), h.kind, CASE WHEN v.k > 0 THEN pg_temp.id(21, h.i, 4 * h.n + v.k - 1) END,
         CASE WHEN v.gone THEN 'mistake' END, CASE WHEN v.gone THEN NULL ELSE s.on_when END, CASE WHEN v.gone THEN NULL ELSE s.on_from END,
         CASE WHEN v.gone THEN NULL ELSE s.on_to END, CASE WHEN v.gone THEN NULL ELSE s.on_when END, CASE WHEN v.gone THEN NULL ELSE 'said' END,
         CASE WHEN h.kind = 'ordered' AND NOT v.gone THEN CASE WHEN h.n = 0 THEN 'initial' ELSE 'extension' END END,
         CASE WHEN h.kind = 'ordered' AND NOT v.gone THEN pg_temp.pick('{art_7,art_7,art_8bis,art_27,art_51_5,art_74_6}') END,
         CASE WHEN h.kind IN ('petition_filed', 'petition_decided') AND NOT v.gone THEN pg_temp.pick('{council_chamber,council_chamber,indictment_chamber}') END,
         CASE WHEN h.kind = 'petition_decided' AND NOT v.gone THEN pg_temp.pick('{released,rejected,rejected,rejected,inadmissible}') END,
         CASE WHEN h.kind = 'removal_planned' AND NOT v.gone THEN pg_temp.pick('{refoulement,repatriation,dublin_transfer}') END,
         CASE WHEN h.kind = 'removal_ended' AND NOT v.gone THEN pg_temp.pick('{executed,refused_by_person,cancelled_authority}') END,
         CASE WHEN h.kind = 'isolation_began' AND NOT v.gone THEN pg_temp.pick('{disciplinary,medical,own_request}') END,
         CASE WHEN h.kind = 'complaint_filed' AND NOT v.gone THEN pg_temp.pick('{centre_director,complaints_commission,myria}') END,
         CASE WHEN h.kind = 'ended' AND NOT v.gone THEN pg_temp.pick('{released_io,released_council_chamber,released_max_term,removed,removed,dublin_transferred,voluntary_departure,unknown}') END,
         h.worker, h.day::timestamptz + v.k * interval '1 day', h.team_id, h.secrecy
    FROM happening h
         CROSS JOIN LATERAL (SELECT k, k = 1 AND h.i % 100 = 31 AS gone FROM generate_series(0, ((h.i + h.n) % 20 = 0 OR h.i % 100 = 31)::int) AS k) AS v
         CROSS JOIN LATERAL pg_temp.said(h.day, h.exact) AS s
   ORDER BY h.day, h.i;
INSERT INTO case_closing (id, case_id, kind, reason, words_cipher, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(22, i, k), id, CASE WHEN k = 1 THEN 'reopened' ELSE 'closed' END, CASE WHEN k = 1 THEN NULL ELSE pg_temp.pick('{goal_reached,released,removed,lost_contact}') END,
         CASE WHEN k = 1 THEN '\x00'::bytea END, worker, closed::timestamptz - (2 - k) * interval '3 days' * (i % 30 = 0)::int, team_id, secrecy
    FROM file CROSS JOIN LATERAL generate_series(CASE WHEN i % 30 = 0 THEN 0 ELSE 2 END, 2) AS k WHERE closed IS NOT NULL;
INSERT INTO deadline (id, case_id, chain_id, family, rule_id, severity, event, due_on, remind_on, explanation, status, closed_act, closed_on, closed_kind, closed_ref, kept,
                      closed_by, closed_at, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(23, f.i), f.id, pg_temp.id(23, f.i), r.family, r.id, 'legal', 'decision', f.opened + 20, f.opened + 17, '{}',
         CASE WHEN c.done THEN 'closed' ELSE 'open' END, CASE WHEN c.done THEN 'done' END, CASE WHEN c.done THEN f.opened + 15 END, CASE WHEN c.done THEN 'encounter' END,
         CASE WHEN c.done THEN pg_temp.id(9, f.i, 1) END, CASE WHEN c.done THEN CASE WHEN f.i % 9 = 0 THEN 'late' ELSE 'inTime' END END, CASE WHEN c.done THEN f.worker END,
         CASE WHEN c.done THEN (f.opened + 15)::timestamptz END, f.worker, f.opened::timestamptz, f.team_id, f.secrecy
    FROM file f
         JOIN (SELECT DISTINCT ON (family) id, family, row_number() OVER (ORDER BY family) - 1 AS n FROM deadline_rule
                WHERE family IN ('appeal_first_decision', 'detention_cassation', 'orange_card') ORDER BY family, code, edition) AS r ON true
         CROSS JOIN LATERAL (SELECT f.i % 5 > 0 AS done) AS c
   WHERE f.i % 3 = 0 AND r.family = (ARRAY['appeal_first_decision', 'detention_cassation', 'orange_card'])[1 + f.i / 3 % 3];

-- Procedures, legal aid, reception, return, minors, referrals, work outside the centres.
INSERT INTO asylum_application (id, case_id, way, sequence, reasons, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(24, i), id, w.way, CASE WHEN w.way = 'transit' THEN NULL ELSE 1 + (i % 6 = 1)::int END, CASE WHEN w.way = 'transit' THEN '{family_elsewhere}'::text[] ELSE '{}' END,
         worker, opened::timestamptz, team_id, secrecy
    FROM file CROSS JOIN LATERAL (SELECT CASE WHEN i % 50 = 2 THEN 'transit' ELSE pg_temp.pick('{territory,territory,border}') END AS way) AS w WHERE i % 5 > 2 OR i % 50 = 2;
INSERT INTO asylum_event (id, case_id, application_id, kind, outcome, form, concerns, replaces, on_when, on_from, on_to, on_text, on_basis, notified_on, stands_on, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(25, f.i, 4 * x.n + k), f.id, pg_temp.id(24, f.i), x.kind,
         CASE x.kind WHEN 'cgrs_decision' THEN pg_temp.pick('{refugee_status,subsidiary_protection,refused,refused,inadmissible}') WHEN 'judgment' THEN pg_temp.pick('{confirmed,confirmed,annulled}') END,
         CASE x.kind WHEN 'appeal' THEN pg_temp.pick('{full,annulment,urgent}') END, CASE WHEN x.kind IN ('appeal', 'judgment') THEN pg_temp.id(25, f.i, 4 * (x.n - 1)) END,
         CASE WHEN k = 1 THEN pg_temp.id(25, f.i, 4 * x.n) END, s.on_when, s.on_from, s.on_to, s.on_when, 'said',
         CASE WHEN x.kind = 'cgrs_decision' THEN x.day + 2 END, coalesce(s.on_from, x.day), f.worker, x.day::timestamptz + k * interval '1 day', f.team_id, f.secrecy
    FROM file f JOIN asylum_application a ON a.id = pg_temp.id(24, f.i) AND a.way <> 'transit'
         CROSS JOIN LATERAL (VALUES (0, 'made', f.opened + 1, true), (1, 'lodged', f.opened + 6, true), (2, 'cgrs_decision', f.opened + 40, f.i % 3 > 0),
                                    (3, 'appeal', f.opened + 50, f.i % 3 = 1), (4, 'judgment', f.opened + 90, f.i % 6 = 1)) AS x(n, kind, day, happens)
         CROSS JOIN LATERAL generate_series(0, ((f.i + x.n) % 25 = 0)::int) AS k
         CROSS JOIN LATERAL pg_temp.said(x.day, (f.i + x.n) % 6 > 0) AS s
   WHERE x.happens AND x.day <= '2025-12-31' ORDER BY x.day;
INSERT INTO legal_mandate (id, case_id, subject_id, revision, aid, asked_on, granted_on, ended_on, end_reason, who_cipher, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(26, i, k), id, pg_temp.id(26, i, 1), k, CASE WHEN i % 10 < 7 THEN 'second_line' ELSE 'first_line' END, opened + 2, CASE WHEN i % 6 > 0 THEN opened + 8 END,
         CASE WHEN i % 3 = 0 THEN closed END, CASE WHEN i % 3 = 0 AND closed IS NOT NULL THEN 'done' END, '\x00', worker, opened::timestamptz + k * interval '1 hour', team_id, secrecy
    FROM file CROSS JOIN LATERAL generate_series(1, 1 + (i % 10 = 1)::int) AS k WHERE i % 2 = 1;
INSERT INTO reception_stay (id, case_id, place_type, code_207, from_on, until_on, end_reason, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(27, i), id, pg_temp.pick('{collective_centre,individual,no_shelter}'), pg_temp.pick('{assigned,no_show,none}'), opened + 30, CASE WHEN i % 4 > 0 THEN opened + 200 END,
         CASE WHEN i % 4 > 0 THEN 'left_voluntarily' END, worker, opened::timestamptz, team_id, secrecy FROM file WHERE i % 7 = 3;
INSERT INTO matter_step (id, case_id, subject_id, revision, matter, kind, programme, doubts, on_when, on_from, on_to, on_text, on_basis, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(28, i, k), id, pg_temp.id(28, i, k), 1, 'voluntary_return', CASE k WHEN 1 THEN 'informed' WHEN 2 THEN 'applied' ELSE 'left' END, 'fedasil',
         CASE WHEN k = 2 AND i % 3 = 0 THEN '{held}'::text[] ELSE '{}' END, (opened + 10 * k)::text, opened + 10 * k, opened + 10 * k, (opened + 10 * k)::text, 'said', worker,
         opened::timestamptz, team_id, secrecy FROM file CROSS JOIN LATERAL generate_series(1, 1 + i / 30 % 3) AS k WHERE i % 30 = 6;
INSERT INTO sheet_given (id, case_id, subject_id, revision, sheet_cipher, language, given_on, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(29, i), id, pg_temp.id(29, i), 1, '\x00', pg_temp.pick('{fr,en,ar,ti}'), opened + 1, worker, opened::timestamptz, team_id, secrecy FROM file WHERE i % 3 = 2;
INSERT INTO guardianship_event (id, case_id, person_id, kind, outcome, form, concerns, on_when, on_from, on_to, on_text, on_basis, stands_on, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(30, f.i, x.n), f.id, f.person, x.kind, x.outcome, x.form, CASE WHEN x.kind = 'found' THEN pg_temp.id(30, f.i, 6) END, s.on_when, s.on_from, s.on_to, s.on_when, 'said',
         coalesce(s.on_from, x.day), f.worker, x.day::timestamptz, f.team_id, f.secrecy
    FROM file f
         CROSS JOIN LATERAL (VALUES (0, 'reported', 'by_mail', 'ngo', f.opened + 1, true), (1, 'age_doubted', NULL, 'io', f.opened + 2, f.i % 2 = 0),
                                    (2, 'age_assessed', 'minor', 'medical_triple_test', f.opened + 12, f.i % 2 = 0), (3, 'decided', 'identified_uam', NULL, f.opened + 20, true),
                                    (4, 'guardian_appointed', NULL, NULL, f.opened + 30, f.i % 5 > 0), (5, 'placed', NULL, 'ooc', f.opened + 3, true),
                                    (6, 'missing', NULL, NULL, f.opened + 60, f.i % 10 < 3), (7, 'found', 'found_safe', NULL, f.opened + 75, f.i % 10 < 2),
                                    (8, 'solution', 'stay_in_belgium', NULL, f.opened + 150, f.i % 3 = 0)) AS x(n, kind, outcome, form, day, happens)
         CROSS JOIN LATERAL pg_temp.said(x.day, (f.i + x.n) % 8 > 0) AS s
   WHERE f.i / 3 % 20 = 5 AND x.happens AND x.day <= '2025-12-31';
INSERT INTO referral (id, case_id, subject_id, revision, person_id, kind, urgency, language, fields, to_cipher, asked_cipher, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(31, i, k), id, pg_temp.id(31, i, 1), k, person, pg_temp.pick('{lawyer,health,shelter,organisation}'), pg_temp.pick('{now,this_week,no_hurry}'), 'fr', '{}', '\x00', '\x00',
         worker, opened::timestamptz, team_id, secrecy FROM file CROSS JOIN LATERAL generate_series(1, 1 + (i % 120 = 1)::int) AS k WHERE i % 6 = 1;
INSERT INTO referral_step (id, case_id, referral_id, kind, ground, on_day, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(32, i, k), id, pg_temp.id(31, i, 1), CASE k WHEN 1 THEN 'sent' ELSE 'accepted' END, CASE k WHEN 1 THEN 'consent' END, opened + 6 * k, worker, opened::timestamptz, team_id, secrecy
    FROM file CROSS JOIN LATERAL generate_series(1, 1 + (i % 4 > 0)::int) AS k WHERE i % 6 = 1;
INSERT INTO activity (id, case_id, subject_id, revision, person_id, way, place_id, on_day, minutes, project_id, created_by, created_at, team_id, secrecy)
  SELECT pg_temp.id(33, i, 4 * n + k), id, pg_temp.id(33, i, 4 * n + 1), k, person, pg_temp.pick('{office,phone,written,court,reception}'), NULL, opened + 9 * n, 15 + 15 * (i % 5),
         CASE WHEN i % 3 = 0 THEN pg_temp.id(40, i % 5) END, worker, opened::timestamptz, team_id, secrecy
    FROM file CROSS JOIN LATERAL generate_series(1, 1 + i % 3) AS n CROSS JOIN LATERAL generate_series(1, 1 + (i % 50 = 0)::int) AS k
   WHERE i % 5 = 0 AND opened + 9 * n <= '2025-12-31';
INSERT INTO enquiry (id, team_id, way, on_day, topic, nationality, language, people, created_by, created_at)
  SELECT pg_temp.id(34, i), pg_temp.id(2, i % 20), pg_temp.pick('{counter,phone,written}'), '2016-01-01'::date + i % 3653, pg_temp.pick('{asylum,detention,family}'),
         pg_temp.pick('{AF,SY,MA}'), 'fr', 1 + i % 3, pg_temp.id(3, 4 * (i % 20)), '2016-01-01'::timestamptz + i % 3653 * interval '1 day' FROM generate_series(0, 59999) AS i;
DISCARD TEMP;
