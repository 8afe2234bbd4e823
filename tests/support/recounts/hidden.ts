import type pg from 'pg'
import { withWork } from '@/lib/db/work'
import { countFigure, countUncertain } from '@/lib/reporting/count.data'
import { FIGURE_IDS } from '@/lib/reporting/figure.rules'
import { openDraw, PERIODS, type RandomDraw } from '../random-draw'
import type { RandomOrganisation } from '../random-organisation'
import { plus } from './calendar'
import { breaksOf } from './compare'
import type { Reach } from './seen'
import { keyOf } from './tally'

/** Every figure of a year by each of its dimensions, with what has no certain day, as text that can be compared. */
export const readAllCells = async (
  organisation: RandomOrganisation,
  who: keyof RandomOrganisation['readers'],
  reach: Reach,
): Promise<ReadonlyMap<string, number | null>> => {
  const all = new Map<string, number | null>()
  for (const figure of FIGURE_IDS.codes) {
    const by = breaksOf(figure)
    await withWork(organisation.readers[who].token, (work) =>
      work.counts(reach, async (counting) => {
        const asked = { figure, ...PERIODS.year, offices: [], only: [] }
        for (let at = 0; at === 0 || at < by.length; at += 2) {
          const [one, two] = [by[at] ?? null, by[at + 1] ?? null]
          for (const cell of await countFigure(counting, { ...asked, by: one, split: two }))
            all.set(`${figure} ${one} ${two} ${keyOf(cell.by, cell.split)}`, cell.value)
        }
        all.set(`${figure} uncertain`, await countUncertain(counting, { ...asked, by: null, split: null }))
      }),
    )
  }
  return all
}

export const differences = (
  before: ReadonlyMap<string, number | null>,
  after: ReadonlyMap<string, number | null>,
): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((cell) => before.get(cell) !== after.get(cell))
    .map((cell) => `${cell}: ${before.get(cell)} became ${after.get(cell)}`)

/** Tables that hang on a file, with the day that is moved in them. */
const ON_FILES = {
  encounter: 'met_on',
  signal: 'raised_at',
  case_closing: 'created_at',
  place_stay: 'since',
  detention_event: 'on_from',
} as const

/** A day as people know it, of events whose day may be uncertain (prisma/sql/functions/…/is_when.sql). */
const known = (day: string) => ({ on_when: day, on_from: day, on_to: day, on_text: day, on_basis: 'said' })

/** Every row of these is written once more, on another day: what is said of it then, and which rows may be. */
const IN_ROOMS: Readonly<
  Record<string, { readonly again: (day: string) => Record<string, unknown>; readonly only?: string }>
> = {
  case_closing: { again: (day) => ({ created_at: `${day}T09:00:00Z` }) },
  detention_event: {
    again: (day) => ({ ...known(day), replaces: null }),
    only: 'y.withdrawn_because IS NULL',
  },
  asylum_application: { again: (day) => ({ created_at: `${day}T09:00:00Z` }) },
  asylum_event: {
    again: (day) => ({ ...known(day), notified_on: null, stands_on: day, replaces: null }),
    only: "y.kind <> 'taken_back'",
  },
  guardianship_event: {
    again: (day) => ({ ...known(day), stands_on: day, replaces: null }),
    only: "y.kind <> 'taken_back'",
  },
  legal_mandate: {
    again: (day) => ({ asked_on: day, granted_on: day, ended_on: null, end_reason: null }),
  },
  reception_stay: { again: (day) => ({ from_on: day, until_on: null, end_reason: null }) },
  matter_step: { again: known },
  sheet_given: { again: (day) => ({ given_on: day }) },
  referral: { again: (day) => ({ created_at: `${day}T09:00:00Z` }) },
  referral_step: { again: (day) => ({ on_day: day, takes_back: null }), only: "y.kind <> 'taken_back'" },
  consent: {
    again: (day) => ({ asked_on: day, answer: 'refused', expires_at: null }),
    only: "y.answer <> 'not_asked'",
  },
  deadline: { again: (day) => ({ due_on: day, remind_on: day }), only: "y.status <> 'superseded'" },
}

const PLAIN = Object.fromEntries(
  [
    ...[
      'replaces',
      'same_as',
      'withdrawn_because',
      'order_kind',
      'ground',
      'phase',
      'printed_end',
      'court',
      'petition_outcome',
    ],
    ...[
      'removal_kind',
      'removal_outcome',
      'destination',
      'escort',
      'isolation_ground',
      'channel',
      'end_reason',
      'heard_on',
    ],
    ...[
      'served_on',
      'outcome',
      'form',
      'concerns',
      'notified_on',
      'notification',
      'letter_on',
      'letter_amount',
      'letter_unit',
      'country',
      'suspensive',
      'at',
      'arrived_on',
      'claim_id',
    ],
  ].map((column) => [column, null]),
)
/** What hardly happens in a small organisation, made of other rows of its table. */
const RARE: readonly (readonly [string, Record<string, unknown>])[] = [
  ['detention_event', { kind: 'isolation_began', isolation_ground: 'medical' }],
  ['detention_event', { kind: 'hunger_strike_began' }],
  ['detention_event', { kind: 'incident' }],
  ['detention_event', { kind: 'complaint_filed', channel: 'myria' }],
  ['detention_event', { kind: 'complaint_answered', channel: 'myria' }],
  ['detention_event', { kind: 'ordered', order_kind: 'initial', ground: 'art_51_5' }],
  ['detention_event', { ...known('2026-12-30'), kind: 'ended', end_reason: 'removed' }],
  ['asylum_event', { kind: 'arrived' }],
  ['guardianship_event', { kind: 'solution', outcome: 'stay_in_belgium' }],
]

/** Makes an account a member of every restricted or sealed file: all that is written there moves its own figures. */
export const joinHidden = async (
  owner: pg.Client,
  { hidden, readers }: RandomOrganisation,
  who: keyof RandomOrganisation['readers'],
): Promise<void> => {
  await owner.query(
    `INSERT INTO case_member (id, case_id, staff_id, kind, valid_from, added_by)
     SELECT gen_random_uuid(), f.id, $2, 'support', now() - interval '1 day', f.worker_id FROM case_file f WHERE f.id = ANY ($1)`,
    [hidden, readers[who].id],
  )
}

/** Figures of which some cell differs. */
export const movedFigures = (
  before: ReadonlyMap<string, number | null>,
  after: ReadonlyMap<string, number | null>,
): ReadonlySet<string> => new Set(differences(before, after).map((cell) => cell.split(' ')[0] ?? ''))

/**
 * Writes, changes and deletes at random in files that are restricted or sealed, and adds to them people of open files. How many rows it was.
 */
export const disturb = async (
  owner: pg.Client,
  organisation: RandomOrganisation,
  seed: number,
): Promise<number> => {
  const draw: RandomDraw = openDraw(seed)
  let rows = 0
  const run = async (text: string, values: readonly unknown[]): Promise<void> => {
    rows += (await owner.query(text, [...values])).rowCount ?? 0
  }
  const { hidden } = organisation
  const some = (table: string): string =>
    `SELECT x.* FROM ${table} x WHERE x.case_id = ANY ($1) ORDER BY md5(x.id || '${seed}') LIMIT ${draw.int(1, 4)}`
  const day = (): string => draw.day()
  // Someone of an open file is found in a restricted one too, met and held there.
  await run(
    `INSERT INTO case_person (case_id, person_id, role)
     SELECT f.id, p.person_id, 'principal'
       FROM (SELECT id FROM case_file WHERE id = ANY ($1) AND secrecy = 'restricted' ORDER BY md5(id || '${seed}') LIMIT 2) AS f,
            (SELECT person_id FROM case_person WHERE secrecy = 'open' AND team_id = ANY ($2) ORDER BY md5(person_id || '${seed}') LIMIT 3) AS p
     ON CONFLICT DO NOTHING`,
    [hidden, organisation.offices],
  )
  await run(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
     SELECT gen_random_uuid(), v.id, cp.case_id, cp.person_id, v.place_id, $2, 1, 'seen', f.worker_id
       FROM case_person cp JOIN case_file f ON f.id = cp.case_id
            CROSS JOIN LATERAL (SELECT id, place_id FROM visit WHERE team_id = f.team_id ORDER BY md5(id::text || cp.person_id) LIMIT 1) AS v
      WHERE cp.case_id = ANY ($1) ORDER BY md5(cp.person_id || '${seed}') LIMIT 5`,
    [hidden, day()],
  )
  await run(
    `INSERT INTO place_stay (id, case_id, person_id, place_id, since, until)
     SELECT gen_random_uuid(), cp.case_id, cp.person_id, $2, $3, $4 FROM case_person cp
      WHERE cp.case_id = ANY ($1) ORDER BY md5(cp.person_id || '${seed}') LIMIT 5`,
    [hidden, draw.pick(organisation.places), '2026-01-10', draw.maybe(0.5, () => '2026-06-10')],
  )
  await run(
    `INSERT INTO activity (id, case_id, subject_id, revision, person_id, way, on_day, minutes, created_by)
     SELECT n.id, n.case_id, n.id, 1, n.person_id, 'phone', $2, 30, f.worker_id
       FROM (SELECT gen_random_uuid() AS id, x.case_id, x.person_id FROM case_person x WHERE x.case_id = ANY ($1)
              ORDER BY md5(x.person_id || '${seed}') LIMIT 5) AS n
            JOIN case_file f ON f.id = n.case_id`,
    [hidden, day()],
  )
  await run(
    `DELETE FROM activity a WHERE a.case_id = ANY ($1) AND a.revision > 1 AND a.revision = (
       SELECT max(x.revision) FROM activity x WHERE x.case_id = a.case_id AND x.subject_id = a.subject_id)`,
    [hidden],
  )
  for (const table of ['age_claim', 'nationality'])
    await run(
      `INSERT INTO ${table} (id, person_id, circle_case_id, ${table === 'age_claim' ? 'basis, as_of, born_earliest, born_latest' : 'country, certainty'})
       SELECT gen_random_uuid(), cp.person_id, cp.case_id, ${table === 'age_claim' ? `'document', '2026-01-01', $2::date, $2::date` : `substr($2, 1, 0) || 'ER', 'document'`}
         FROM case_person cp WHERE cp.case_id = ANY ($1) ORDER BY md5(cp.person_id || '${seed}') LIMIT 5`,
      [hidden, '2019-05-05'],
    )
  // Another answer within the circle to each field of its people, and of the file itself.
  await run(
    `INSERT INTO own_person_value (id, person_id, field_id, edition, answer_id, state, code, circle_case_id)
     SELECT n.id, n.person_id, n.field_id, 1, n.id, 'given', n.code, n.case_id
       FROM (SELECT gen_random_uuid() AS id, cp.person_id, cp.case_id, d.id AS field_id, CASE d.type WHEN 'yes_no' THEN 'yes' ELSE 'v' || $2 END AS code
               FROM case_person cp JOIN case_file f ON f.id = cp.case_id JOIN team t ON t.id = f.team_id
                    JOIN own_field d ON d.organisation_id = t.organisation_id AND d.owner = 'person' AND d.class = 'ordinary'
              WHERE cp.case_id = ANY ($1) AND NOT EXISTS (SELECT FROM case_person x WHERE x.person_id = cp.person_id AND x.secrecy = 'sealed')
              ORDER BY md5(cp.person_id::text || d.id || '${seed}') LIMIT 12) AS n`,
    [hidden, String(draw.int(1, 4))],
  )
  await run(
    `UPDATE own_value SET withdrawn_at = now(), withdrawn_because = 'changed' WHERE case_id = ANY ($1) AND withdrawn_at IS NULL AND secrecy = 'restricted'`,
    [hidden],
  )
  await run(
    `INSERT INTO own_value (id, case_id, field_id, edition, answer_id, state, code, created_by)
     SELECT n.id, n.case_id, n.field_id, 1, n.id, 'given', n.code, n.worker_id
       FROM (SELECT gen_random_uuid() AS id, f.id AS case_id, f.worker_id, d.id AS field_id, CASE d.type WHEN 'yes_no' THEN 'no' ELSE 'v' || $2 END AS code
               FROM case_file f JOIN team t ON t.id = f.team_id JOIN own_field d ON d.organisation_id = t.organisation_id AND d.owner = 'file' AND d.class = 'ordinary'
              WHERE f.id = ANY ($1) AND f.secrecy = 'restricted' ORDER BY md5(f.id::text || d.id || '${seed}') LIMIT 12) AS n`,
    [hidden, String(draw.int(1, 4))],
  )
  for (const [table, column] of Object.entries(ON_FILES)) {
    // Another like it, on another day; what was taken back or corrects something is not written twice.
    const fresh =
      table === 'detention_event'
        ? `, 'replaces', null, 'on_when', '2026-02-03', 'on_to', '2026-02-03', 'on_text', '3/2', 'on_basis', 'said'`
        : ''
    const only = table === 'detention_event' ? 'WHERE y.withdrawn_because IS NULL' : ''
    await run(
      `INSERT INTO ${table}
       SELECT z.* FROM (${some(table)}) AS y,
              jsonb_populate_record(NULL::${table}, to_jsonb(y) || jsonb_build_object('id', gen_random_uuid(), $2::text, $3::text ${fresh})) AS z ${only}`,
      [hidden, column, table === 'detention_event' ? '2026-02-03' : day()],
    )
    if (table !== 'detention_event')
      await run(`UPDATE ${table} SET ${column} = $2 WHERE id IN (SELECT s.id FROM (${some(table)}) AS s)`, [
        hidden,
        day(),
      ])
    await run(`DELETE FROM ${table} WHERE id IN (SELECT s.id FROM (${some(table)}) AS s)`, [hidden])
  }
  // Quickly, as the rows of the organisation were written (given/rows): a trigger would refuse some of what is drawn.
  await owner.query("SET session_replication_role = 'replica'")
  for (const [table, { again, only = 'true' }] of Object.entries(IN_ROOMS)) {
    await run(
      `INSERT INTO ${table}
       SELECT z.* FROM (SELECT x.*, gen_random_uuid() AS fresh FROM ${table} x WHERE x.case_id = ANY ($1)) AS y,
              jsonb_populate_record(NULL::${table}, to_jsonb(y) || $2::jsonb ||
                jsonb_build_object('id', y.fresh) || CASE WHEN to_jsonb(y) ? 'revision' THEN jsonb_build_object('subject_id', y.fresh, 'revision', 1, 'mistake', null) ELSE '{}' END) AS z
        WHERE ${only}`,
      [hidden, JSON.stringify(again(plus('2026-01-01', draw.int(0, 360))))],
    )
    await run(`DELETE FROM ${table} WHERE id IN (SELECT s.id FROM (${some(table)}) AS s)`, [hidden])
  }
  for (const [table, is] of RARE)
    await run(
      `INSERT INTO ${table}
       SELECT z.* FROM (SELECT s.*, gen_random_uuid() AS fresh FROM (${some(table)}) AS s) AS y,
              jsonb_populate_record(NULL::${table}, to_jsonb(y) || $2::jsonb || jsonb_build_object('id', y.fresh)) AS z`,
      [
        hidden,
        JSON.stringify({
          ...PLAIN,
          ...known('2026-08-08'),
          stands_on: '2026-08-08',
          by_minister: false,
          public_order: false,
          at_border: false,
          ...is,
        }),
      ],
    )
  await run(
    `UPDATE asylum_application SET way = 'resettlement', reasons = '{}' WHERE id IN (SELECT s.id FROM (${some('asylum_application')}) AS s)`,
    [hidden],
  )
  await owner.query("SET session_replication_role = 'origin'")
  await run(
    `UPDATE encounter SET outcome = 'seen' WHERE id IN (SELECT s.id FROM (${some('encounter')}) AS s)`,
    [hidden],
  )
  await run(
    `INSERT INTO encounter_item (encounter_id, case_id, kind, code)
     SELECT e.id, e.case_id, 'topic', 'conditions' FROM encounter e WHERE e.case_id = ANY ($1) ON CONFLICT DO NOTHING`,
    [hidden],
  )
  await run(
    `UPDATE case_file SET opened_on = $2, kind = 'minor' WHERE id IN (SELECT f.id FROM case_file f WHERE f.id = ANY ($1) ORDER BY md5(f.id || '${seed}') LIMIT 2)`,
    [hidden, day()],
  )
  return rows
}
