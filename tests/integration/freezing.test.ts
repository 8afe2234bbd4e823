import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { withJobWork, withStatsWork } from '@/lib/db/work'
import { quarterOf } from '@/lib/statistics/period.rules'
import { getSnapshotKey, insertSnapshot } from '@/lib/statistics/snapshot.data'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { type Recounted, recountSnapshot } from '../support/recount-snapshot'

let organisation: GivenOrganisation
let frozen: Recounted[]
let recounted: Recounted[]

const frozenRow = z.object({
  unit: z.string(),
  row: z.number(),
  person: z.number(),
  rk: z.number(),
  event: z.number().nullable(),
  event_key: z.number().nullable(),
  hh: z.number(),
  centre: z.string().nullable(),
  nationality: z.string(),
  age_band: z.string(),
  topic: z.string().nullable(),
  signal: z.string().nullable(),
  step: z.string().nullable(),
  sex: z.string(),
  office: z.string().nullable(),
  ending: z.string().nullable(),
  length: z.string().nullable(),
})

/** Every nth row of a table. */
const every = (n: number, table: string) =>
  `id IN (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS at FROM ${table}) AS one WHERE at % ${n} = 0)`

/** What people say of themselves differs, and so do places: everything that the statement has to choose between. */
const givenContradictions = async () => {
  const surer = `(ARRAY['document', 'presumed', 'contested', 'declined'])[1 + length(code) % 4]`
  for (const [n, country, from, to] of [
    [3, 'ZZ', null, null],
    [4, 'RW', '2026-09-30', null],
    [5, 'BJ', null, '2026-09-30'],
    [7, 'JP', '2026-10-01', null],
  ] as const)
    await organisation.ask(
      `INSERT INTO nationality (id, person_id, country, certainty, valid_from, valid_to)
       SELECT gen_random_uuid(), id, $1, ${surer}, $2::date, $3::date FROM person WHERE ${every(n, 'person')}`,
      [country, from, to],
    )
  // A person is eighteen on the last day, a day later; born on 29 February; by a mistake not born yet.
  for (const [n, born] of [
    [6, '2008-09-30'],
    [8, '2008-10-01'],
    [9, '2004-02-29'],
    [11, '2027-01-01'],
  ] as const)
    await organisation.ask(
      `INSERT INTO age_claim (id, person_id, basis, as_of, born_earliest, born_latest)
       SELECT gen_random_uuid(), id, 'said', '2026-07-01', '1950-01-01', $1::date FROM person WHERE ${every(n, 'person')}`,
      [born],
    )
  await organisation.ask(
    `DELETE FROM age_claim WHERE person_id IN (SELECT id FROM person WHERE ${every(13, 'person')})`,
  )
  await organisation.ask(
    `DELETE FROM nationality WHERE person_id IN (SELECT id FROM person WHERE ${every(17, 'person')})`,
  )
  // A code that no list knows, and a place that is no closed centre.
  await organisation.ask(
    `UPDATE encounter_item SET code = 'invented' WHERE code = 'food' AND encounter_id IN (SELECT id FROM encounter WHERE ${every(2, 'encounter')})`,
  )
  await organisation.ask(`UPDATE signal SET code = 'invented' WHERE ${every(5, 'signal')}`)
  await organisation.ask(
    `UPDATE visit SET place_id = (SELECT id FROM place WHERE kind <> 'closed_centre' ORDER BY slug LIMIT 1)
      WHERE ${every(6, 'visit')}`,
  )
}

/** Steps of guardianships and procedures, some of them taken back, put in another's place, or entered after the quarter. */
const givenSteps = async () => {
  const guarded = (n: number, kind: string, enteredAt: string) =>
    organisation.ask(
      `INSERT INTO guardianship_event (id, case_id, person_id, kind, outcome, form, stands_on, created_by, created_at)
       SELECT gen_random_uuid(), p.case_id, p.person_id, $1, $4, CASE $1 WHEN 'reported' THEN 'ngo' END, '2026-08-01', f.created_by, $2::timestamptz
         FROM case_person p JOIN case_file f ON f.id = p.case_id
        WHERE p.person_id IN (SELECT id FROM person WHERE ${every(n, 'person')}) AND f.created_by = $3`,
      [kind, enteredAt, organisation.casey.id, outcomeOf[kind] ?? null],
    )
  await guarded(3, 'reported', '2026-07-01T09:00:00Z')
  await guarded(3, 'taken_in_charge', '2026-09-30T21:59:00Z')
  await guarded(4, 'guardian_appointed', '2026-09-30T22:01:00Z')
  await guarded(5, 'guardian_appointed', '2026-08-02T09:00:00Z')
  await guarded(6, 'guardian_ended', '2026-08-02T09:00:00Z')
  // Every other report was a mistake, said in the next quarter and before the freezing.
  await organisation.ask(
    `INSERT INTO guardianship_event (id, case_id, person_id, kind, outcome, stands_on, created_by, created_at, replaces)
     SELECT gen_random_uuid(), case_id, person_id, 'taken_back', 'not_happened', stands_on, created_by, '2026-10-02T09:00:00Z', id
       FROM guardianship_event WHERE kind = 'reported' AND ${every(2, 'guardianship_event')}`,
  )
  await organisation.ask(
    `UPDATE case_file SET kind = 'thb', secrecy = 'restricted' WHERE created_by = $1 AND ${every(3, 'case_file')}`,
    [organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO trafficking_event (id, case_id, subject_id, revision, kind, on_day, created_by, created_at)
     SELECT one.id, one.case_id, one.id, 1, one.kind, '2026-08-03', $1, '2026-08-03T09:00:00Z'
       FROM (SELECT gen_random_uuid() AS id, f.id AS case_id, k.kind FROM case_file f,
                    unnest(ARRAY['detection', 'reflection', 'statement', 'status_renewed', 'unlimited']) AS k (kind)
              WHERE f.kind = 'thb' AND f.created_by = $1) AS one`,
    [organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO trafficking_event (id, case_id, subject_id, revision, mistake, kind, on_day, created_by, created_at)
     SELECT gen_random_uuid(), case_id, id, 2, 'wrong_file', kind, on_day, created_by, '2026-08-04T09:00:00Z'
       FROM trafficking_event WHERE kind IN ('detection', 'unlimited') AND ${every(2, 'trafficking_event')}`,
  )
}

/** Sexes, two offices, and detentions: over, begun again, with days that are not certain, corrected, taken back and entered too late. */
const givenDetentions = async () => {
  await organisation.ask(
    `UPDATE person SET sex = (ARRAY['f', 'm', 'm', 'x', 'declined', 'not_asked'])[1 + abs(hashtext(id::text)) % 6]`,
  )
  await organisation.ask(
    `UPDATE case_file SET team_id = $1 WHERE created_by = $2 AND ${every(4, 'case_file')}`,
    [organisation.south, organisation.casey.id],
  )
  const held = (n: number, since: string | null, until: string | null, enteredAt: string) =>
    organisation.ask(
      `WITH whose AS (SELECT gen_random_uuid() AS id, p.case_id, p.person_id FROM case_person p
                       WHERE p.person_id IN (SELECT id FROM person WHERE ${every(n, 'person')})),
            episode AS (INSERT INTO detention_episode (id, case_id, arrest_context, created_by, created_at)
                        SELECT id, case_id, 'unknown', $4, $3::timestamptz FROM whose)
       INSERT INTO place_stay (id, case_id, person_id, place_id, since, until, episode_id, created_at)
       SELECT gen_random_uuid(), case_id, person_id, (SELECT id FROM place WHERE kind = 'closed_centre' ORDER BY slug LIMIT 1),
              $1::date, $2::date, id, $3::timestamptz FROM whose`,
      [since, until, enteredAt, organisation.casey.id],
    )
  await held(3, '2026-08-01', null, '2026-08-02T09:00:00Z')
  await held(4, '2026-07-10', '2026-08-07', '2026-08-02T09:01:00Z')
  await held(5, null, null, '2026-08-02T09:02:00Z')
  await held(7, '2026-09-20', null, '2026-09-21T09:00:00Z')
  await held(8, '2026-09-25', null, '2026-10-01T09:00:00Z')
  const happened = (
    n: number,
    kind: string,
    on: [string, string],
    reason: string | null,
    enteredAt: string,
  ) =>
    organisation.ask(
      `INSERT INTO detention_event (id, case_id, episode_id, kind, on_when, on_from, on_to, on_text, on_basis, order_kind, ground, end_reason,
                                    author_id, created_at)
       SELECT gen_random_uuid(), case_id, id, $1, CASE WHEN $2::text = $3::text THEN $2::text ELSE left($2::text, 7) END, $2::text::date, $3::text::date, $2::text, 'said',
              CASE $1 WHEN 'ordered' THEN 'initial' END, CASE $1 WHEN 'ordered' THEN 'art_7' END, $4, $5, $6::timestamptz
         FROM detention_episode WHERE ${every(n, 'detention_episode')}`,
      [kind, ...on, reason, organisation.casey.id, enteredAt],
    )
  await happened(2, 'ordered', ['2026-07-01', '2026-07-31'], null, '2026-08-03T09:00:00Z')
  await happened(3, 'ended', ['2026-08-29', '2026-08-29'], 'removed', '2026-08-30T09:00:00Z')
  await happened(4, 'ended', ['2026-08-30', '2026-08-30'], 'released_council_chamber', '2026-08-31T09:00:00Z')
  await happened(5, 'ended', ['2026-08-07', '2026-08-07'], 'dublin_transferred', '2026-08-31T09:01:00Z')
  await happened(7, 'ended', ['2026-09-29', '2026-09-29'], 'unknown', '2026-09-30T09:00:00Z')
  await happened(6, 'ended', ['2026-09-30', '2026-09-30'], 'escaped', '2026-09-30T22:01:00Z')
  // Taken back in the quarter, and after it.
  for (const [n, at] of [
    [4, '2026-09-15T09:00:00Z'],
    [5, '2026-10-02T09:00:00Z'],
  ] as const)
    await organisation.ask(
      `INSERT INTO detention_event (id, case_id, episode_id, kind, replaces, withdrawn_because, author_id, created_at)
       SELECT gen_random_uuid(), case_id, episode_id, kind, id, 'mistake', $1, $2::timestamptz FROM detention_event
        WHERE ${every(n, 'detention_event')} AND withdrawn_because IS NULL
          AND id NOT IN (SELECT replaces FROM detention_event WHERE replaces IS NOT NULL)`,
      [organisation.casey.id, at],
    )
}

/** Answers of every kind beside the usual ones: taken back before the quarter and in it, over, of children, and changed later. */
const givenAnswersOfEveryKind = async () => {
  const given = `answer = 'given' AND purpose = 'statistics'`
  const end = (n: number, kind: string, on: string) =>
    organisation.ask(
      `INSERT INTO consent_end (id, case_id, consent_id, kind, ended_on, said_by, created_by)
       SELECT gen_random_uuid(), case_id, id, $1, $2::date, CASE $1 WHEN 'withdrawn' THEN 'self' END, created_by
         FROM consent WHERE ${given} AND ${every(n, 'consent')} ON CONFLICT DO NOTHING`,
      [kind, on],
    )
  await end(17, 'withdrawn', '2026-06-30')
  await end(19, 'withdrawn', '2026-07-01')
  await end(23, 'mistake', '2026-08-01')
  const change = (n: number, to: string) =>
    organisation.ask(`UPDATE consent SET ${to} WHERE ${given} AND ${every(n, 'consent')}`)
  await change(27, `expires_at = '2026-06-30T22:00:00Z'`)
  await change(29, `expires_at = '2026-06-30T22:00:00.001Z'`)
  await change(31, `is_minor = true, child_view = 'agrees'`)
  await change(33, `is_minor = true, given_by = 'parent', child_view = 'too_young'`)
  await change(37, `asked_on = '2026-10-01'`)
  const again = (n: number, answer: string, on: string) =>
    organisation.ask(
      `INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form,
                            given_by, is_minor, created_by)
       SELECT gen_random_uuid(), case_id, person_id, purpose, recipient, scopes, $1, $2, language, interpreter, form, 'self', false,
              created_by
         FROM consent WHERE ${every(n, 'consent')}`,
      [answer, on],
    )
  await again(16, 'refused', '2026-11-01')
  await again(15, 'given', '2026-09-30')
}

const outcomeOf: Readonly<Record<string, string>> = {
  reported: 'by_phone',
  guardian_ended: 'majority',
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 400, enteredOn: '2026-08-28', seed: 21 })
  await givenContradictions()
  await givenSteps()
  await givenDetentions()
  await givenAnswersOfEveryKind()
  const [home] = await organisation.ask('SELECT organisation_id FROM team WHERE id = $1', [
    organisation.north,
  ])
  const organisationId = String(home?.organisation_id)
  const id = await withJobWork('statistics', (work) =>
    insertSnapshot(work, { organisationId, period: quarterOf(2026, 3) }),
  )
  const key = await withStatsWork(organisation.ada.token, (work) => getSnapshotKey(work, id))
  frozen = z
    .array(frozenRow)
    .parse(await organisation.ask('SELECT * FROM sdc_record WHERE snapshot_id = $1 ORDER BY unit, row', [id]))
  recounted = await recountSnapshot(organisation, {
    from: '2026-06-30T22:00:00Z',
    until: '2026-09-30T22:00:00Z',
    last: '2026-09-30',
    key,
  })
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const of = (unit: string) => frozen.filter((row) => row.unit === unit)
const rowsOfEachPerson = (unit: string) => {
  const rows = of(unit)
  return [...new Set(rows.map((row) => row.person))].map(
    (person) => rows.filter((row) => row.person === person).length,
  )
}

describe('a frozen quarter', () => {
  it('is, row by row and number by number, what plain loops make of the same people', () => {
    const inOrder = (rows: Recounted[]) =>
      rows.toSorted((a, b) => (a.unit === b.unit ? a.row - b.row : a.unit < b.unit ? -1 : 1))
    expect(frozen.length).toBeGreaterThan(2000)
    expect(of('person').length).toBeLessThan(350)
    expect(inOrder(frozen)).toEqual(inOrder(recounted))
  })

  it('was given every choice it has to make', () => {
    const bands = frozen.map((row) => row.age_band)
    expect(bands).toEqual(expect.arrayContaining(['0-9', '16-17', '18-24', '35-44', 'unknown']))
    const nationalities = frozen.map((row) => row.nationality)
    expect(nationalities).toEqual(expect.arrayContaining(['RW', 'GN', 'unknown']))
    for (const never of ['ZZ', 'BJ', 'JP']) expect(nationalities).not.toContain(never)
    expect(of('person').map((row) => row.centre)).toContain('elsewhere')
    expect(of('topic').map((row) => row.topic)).toContain('other')
    expect(frozen.map((row) => row.signal)).not.toContain('invented')
    const steps = (unit: string) => [...new Set(of(unit).map((row) => row.step))].sort()
    expect(steps('guardianship')).toEqual(['guardian', 'in_charge', 'reported'])
    expect(steps('trafficking')).toEqual(['detected', 'recognised', 'reflection'])
    const reported = of('guardianship').filter((row) => row.step === 'reported')
    const inCharge = of('guardianship').filter((row) => row.step === 'in_charge')
    expect(reported.length).toBeLessThan(inCharge.length)
    const answers = (of: (row: Recounted) => string | null) => [...new Set(frozen.map(of))].sort()
    expect(answers((row) => row.sex)).toEqual(['f', 'm', 'unknown'])
    expect(answers((row) => row.office)).toEqual(expect.arrayContaining(['office-1', 'office-2']))
    expect(answers((row) => row.ending)).toEqual(expect.arrayContaining(['other_end', 'removed', 'unknown']))
    expect(answers((row) => row.length)).toEqual(expect.arrayContaining(['0-28', '29+', 'unknown']))
    expect(
      frozen.filter((row) => row.unit !== 'person').map((row) => row.ending ?? row.length ?? row.office),
    ).not.toContain('removed')
  })

  it('has one row a person, and at most five of each other kind from anyone', () => {
    expect(Math.max(...rowsOfEachPerson('person'))).toBe(1)
    for (const unit of ['encounter', 'visit', 'topic', 'signal', 'guardianship', 'trafficking'])
      expect(Math.max(...rowsOfEachPerson(unit)), unit).toBeLessThanOrEqual(5)
    expect(Math.max(...rowsOfEachPerson('encounter'))).toBe(5)
  })

  it('gives an event one number for everyone in it', () => {
    const visits = of('visit')
    const numbers = new Set(visits.map((row) => row.event))
    expect(numbers.size).toBeLessThan(visits.length)
    expect(new Set(visits.map((row) => `${row.event} ${row.event_key}`)).size).toBe(numbers.size)
  })
})
