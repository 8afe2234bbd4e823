import type pg from 'pg'
import { withWork } from '@/lib/db/work'
import { countFigure, countUncertain } from '@/lib/reporting/count.data'
import { FIGURE_IDS, figureOf } from '@/lib/reporting/figure.rules'
import { openDraw, PERIODS, type RandomDraw, type RandomOrganisation } from '../random-organisation'
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
    const { by } = figureOf(figure)
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
