// What statistics cost, beside one scan in SQL of the rows that they are made from.
import type pg from 'pg'
import { audit } from '@/lib/statistics/audit.rules'
import type { Row } from '@/lib/statistics/class.rules'
import type { PersonAtom } from '@/lib/statistics/cube.rules'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { hierarchyOf, type Level } from '@/lib/statistics/hierarchy.rules'
import { findBest, latticeLimit } from '@/lib/statistics/lattice.rules'
import { measures } from '@/lib/statistics/measure.rules'
import { toProblem } from '@/lib/statistics/problem.rules'
import { rowModel } from '@/lib/statistics/rows.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { withSolver } from '@/lib/statistics/solver'
import { toPublished, toStated } from '@/lib/statistics/stated.rules'
import { type System, toSystem } from '@/lib/statistics/statement.rules'
import { suppress, toPublishedSystem } from '@/lib/statistics/suppress.rules'
import { protectTable } from '@/lib/statistics/table.rules'
import { countAll } from '@/tests/support/attacks/cube'
import { givenDomains, givenPopulation } from '@/tests/support/given/population'
import { peerDemand, peerTables, readPeerTable } from '@/tests/support/peers/peer-tables'
import { withClient } from '../pg-client.mjs'
import type { Urls } from './database'
import { type Line, ms } from './line'
import { median, timeOf } from './measure'
import { build, clear } from './snapshot'

const KEY = new Uint8Array(32).fill(9)
const RECORDS = 200_000
const dimensions = ['centre', 'nationality', 'age'] as const
const columns = Array.from({ length: 9 }, (_, i) => `c${i}`)

/** As many rows of twelve codes as a large organisation freezes: three that tables ask for, nine others. */
const fill = (admin: pg.Client) =>
  admin.query(
    `DROP TABLE IF EXISTS bench_codes;
     CREATE UNLOGGED TABLE bench_codes AS
       SELECT n, ('{north,south,east,west,hill,lake}'::text[])[1 + (n % 6)::int] AS centre,
              ('{MA,GN,AF,AL,ER,SY,PS,BR,CM,TN,GE,BI}'::text[])[1 + (n * 7919 / 13) % 12] AS nationality,
              ('{25-34,18-24,35-44,45-59,16-17,60+,14-15,0-9}'::text[])[1 + (n * 104729 / 7) % 8] AS age,
              ${columns.map((name, i) => `((n * ${31 + 2 * i}) % ${2 + i})::smallint AS ${name}`).join(', ')},
              ((n * 2654435761) % 4294967296) AS rk
         FROM generate_series(1::bigint, ${RECORDS}) AS n;
     ANALYZE bench_codes`,
  )

/** One look at every code of so many rows. */
const scan = async (admin: pg.Client, rows: number): Promise<number> => {
  const all = ['centre', 'nationality', 'age', ...columns].map((name) => `max(${name})`).join(', ')
  const took: number[] = []
  for (let i = 0; i < 5; i++)
    took.push(await timeOf(() => admin.query(`SELECT ${all} FROM bench_codes WHERE n <= $1`, [rows])))
  return median(took)
}

const toAtom = (row: Record<string, unknown>): PersonAtom => ({
  leaves: dimensions.map((one) => [String(row[one])]),
  persons: Number(row.persons),
  key: Number(row.key),
  households: [1, 2, 3, 4, 5],
})

/** Grouped in the database and protected here, as a table of the room is. */
async function makeTable(admin: pg.Client, levels: readonly string[]) {
  const { rows } = await admin.query<Record<string, unknown>>(
    `SELECT centre, nationality, age, count(*) AS persons, mod(sum(rk), 4294967296) AS key
       FROM bench_codes GROUP BY centre, nationality, age`,
  )
  return protectTable({
    measure: measures.peopleByCentre,
    hierarchies: dimensions.map((one) => hierarchyOf(one, givenDomains)),
    atoms: { persons: rows.map(toAtom), events: [] },
    people: RECORDS,
    policy: publicPolicy,
    u: toUniform(KEY),
    levels,
  })
}

const auditOf = (system: System) => withSolver(toProblem(system), (minimise) => audit(system, minimise))

/** Columns with so many levels each, the last of them everyone. */
const toLevels = (counts: readonly number[]): Level[][] =>
  counts.map((levels, column) =>
    Array.from({ length: levels }, (_, level) => ({
      id: `${column}/${level}`,
      nodeOf: new Map(
        Array.from({ length: 24 }, (_, leaf): [string, string] => [
          `${leaf}`,
          level === levels - 1 ? '*' : `${Math.floor(leaf / 2 ** level)}`,
        ]),
      ),
    })),
  )
const toRows = (n: number, width: number): Row[] =>
  Array.from({ length: n }, (_, i) => ({
    quasi: Array.from({ length: width }, (_, at) => `${(i * (at + 3) + Math.floor(i / (at + 5))) % 24}`),
    sensitive: [],
  }))

type Task = { what: string; rows: number; goal: number; run: () => Promise<unknown>; note?: string }

/** isLong: the largest exact tables too, which take minutes. show: each line as soon as it is there. */
export const measureStatistics = (
  urls: Urls,
  { isLong, show }: { isLong: boolean; show: (line: Line) => void },
): Promise<Line[]> =>
  withClient(urls.superuser, async (admin) => {
    await fill(admin)
    const lines: Line[] = []
    const measure = async ({ what, rows, goal, run, note }: Task): Promise<void> => {
      const beside = await scan(admin, rows)
      const took = await timeOf(run)
      const line = {
        what,
        ours: ms(took),
        theirs: ms(beside),
        measured: `${(took / beside).toFixed(0)} × one scan`,
        aim: `≤ ${goal.toLocaleString('en')} s`,
        isHit: took <= goal * 1000,
        ...(note === undefined ? {} : { note }),
      }
      lines.push(line)
      show(line)
    }
    await clear(admin)
    await measure({
      what: 'Freeze a quarter of 200,000 rows',
      rows: RECORDS,
      goal: 10,
      run: () => build(urls),
      note: 'with the start of the process that freezes',
    })
    await clear(admin)
    const fine = ['centre', 'country', 'band']
    let table = await makeTable(admin, fine)
    await measure({
      what: `A rounded table of three dimensions, ${table.cells.length.toLocaleString('en')} cells, from 200,000 people`,
      rows: RECORDS,
      goal: 0.3,
      run: async () => {
        table = await makeTable(admin, fine)
      },
    })
    table = await makeTable(admin, ['centre', 'region', 'band'])
    const system = toSystem([toStated(toPublished(table), publicPolicy)], 5)
    await measure({
      what: `Audit of a rounded table, ${table.cells.length.toLocaleString('en')} cells`,
      rows: RECORDS,
      goal: 10,
      run: () => auditOf(system),
    })
    const persons = givenPopulation(20_000, 21, KEY).filter(({ unit }) => unit === 'person')
    await measure({
      what: 'Every table of up to three dimensions, 20,000 people',
      rows: 20_000,
      goal: 1,
      run: async () => countAll(persons),
    })
    // What protecting may take, and a minute to clean up.
    for (const [i, [auditGoal, protectGoal]] of [
      [0.1, 61],
      [0.5, 64],
      [3, 90],
    ].entries()) {
      const peer = peerTables[i + 1]
      if ((i === 2 && !isLong) || !peer || auditGoal === undefined || protectGoal === undefined) continue
      const exact = readPeerTable(peer)
      const cells = peer.cells.toLocaleString('en')
      let hidden: ReadonlySet<number> = new Set()
      await measure({
        what: `Protect exact tables, ${cells} cells, cleaned up`,
        rows: i === 2 ? 20_000 : 5_000,
        goal: protectGoal,
        run: async () => {
          hidden = (await suppress(exact, peerDemand, withSolver))?.hidden ?? hidden
        },
      })
      const published = toPublishedSystem(exact, hidden, peerDemand.width)
      await measure({
        what: `Audit of exact tables, ${cells} cells`,
        rows: i === 2 ? 20_000 : 5_000,
        goal: auditGoal,
        run: () => withSolver(toProblem(published), (ask) => audit(published, ask, { isHasty: true })),
      })
    }
    const wide = { levels: toLevels([4, 4, 3, 3, 3, 2, 2]), rows: toRows(30_000, 7) }
    await measure({
      what: `Search of ${(4 * 4 * 27 * 4).toLocaleString('en')} combinations for 30,000 rows of seven columns`,
      rows: 30_000,
      goal: 15,
      run: async () => findBest(wide.rows, wide.levels, rowModel, latticeLimit),
    })
    const long = { levels: toLevels([4, 4, 3, 2, 2, 2]), rows: toRows(RECORDS, 6) }
    await measure({
      what: 'Search of 384 combinations for 200,000 rows',
      rows: RECORDS,
      goal: 30,
      run: async () => findBest(long.rows, long.levels, rowModel, latticeLimit),
    })
    await admin.query('DROP TABLE bench_codes')
    return lines
  })
