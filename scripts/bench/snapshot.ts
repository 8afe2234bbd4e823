// Freezing a quarter with every encounter in it, beside COPY of the same rows: out of the living tables, into the frozen one.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import * as z from 'zod'
import { withClient } from '../pg-client.mjs'
import { environment, type Urls } from './database'
import { QUARTER } from './files'
import { type Line, ms, times } from './line'
import { median, quantile, timeOf } from './measure'
import { organisationId } from './organisation'
import { PAGES } from './pages'
import type { Server } from './servers'

const built = z.object({ took: z.number(), grown: z.number() })

export const build = (urls: Urls): Promise<z.infer<typeof built>> =>
  new Promise((resolve, reject) => {
    const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/bench/snapshot-build.ts']
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment(urls) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [said, complained] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.toString('utf8')
    })
    child.once('exit', (code) =>
      code === 0
        ? resolve(built.parse(JSON.parse(said)))
        : reject(new Error(`the snapshot was not built: ${complained.slice(-1500)}`)),
    )
  })

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })
export const clear = async (admin: pg.Client): Promise<void> => {
  await admin.query('TRUNCATE snapshot CASCADE')
}

/** The rows that a snapshot is made of, out; and the rows that it has, in. */
const LIVING = [
  'SELECT id, visit_id, person_id, outcome, place_id, met_on FROM encounter',
  "SELECT encounter_id, code FROM encounter_item WHERE kind = 'topic'",
  'SELECT encounter_id, code FROM signal',
  'SELECT person_id, born_earliest, born_latest FROM age_claim',
  'SELECT person_id, country, certainty, valid_from, valid_to FROM nationality',
  "SELECT case_id, person_id, answer, asked_on, expires_at, created_at FROM consent WHERE purpose = 'statistics'",
]
const FROZEN =
  'unit, row, person, rk, event, event_key, hh, org, centre, nationality, age_band, topic, signal'

/** Takes the frozen rows aside, so that they can be copied in again as often as is needed. */
const keepFrozen = async (admin: pg.Client): Promise<number> => {
  await admin.query(`DROP TABLE IF EXISTS bench_frozen`)
  const { rowCount } = await admin.query(
    `CREATE UNLOGGED TABLE bench_frozen AS SELECT ${FROZEN} FROM sdc_record`,
  )
  return rowCount ?? 0
}

const copyRows = (urls: Urls): Promise<number> =>
  withClient(urls.superuser, (reader) =>
    withClient(urls.superuser, async (writer) => {
      await clear(writer)
      return timeOf(async () => {
        for (const question of LIVING)
          await pipeline(reader.query(to(`COPY (${question}) TO STDOUT`)), nowhere())
        const id = randomUUID()
        await writer.query('BEGIN')
        await writer.query(
          "INSERT INTO snapshot VALUES ($1, $2, 'quarter', $3, $4, 1, now(), 'copy', '\\x00')",
          [id, organisationId, QUARTER.start, QUARTER.end],
        )
        await pipeline(
          reader.query(to(`COPY (SELECT '${id}'::uuid, ${FROZEN} FROM bench_frozen) TO STDOUT`)),
          writer.query(from(`COPY sdc_record (snapshot_id, ${FROZEN}) FROM STDIN`)),
        )
        await writer.query('COMMIT')
      })
    }),
  )

/** Asks for a page every tenth of a second until told to stop. @returns how long each took */
const askMeanwhile = (served: Server) => {
  const took: number[] = []
  let isOver = false
  const run = (async () => {
    while (!isOver) {
      took.push(await timeOf(() => served.ask(PAGES.file.address, { who: PAGES.file.who })))
      await setTimeout(100)
    }
  })()
  return async (): Promise<number[]> => {
    isOver = true
    await run
    return took
  }
}

export const measureSnapshot = async ({
  served,
  urls,
  size,
  rounds,
}: {
  served: Server
  urls: Urls
  size: string
  rounds: number
}): Promise<Line[]> => {
  const freshly = async () => {
    await withClient(urls.superuser, clear)
    const one = await build(urls)
    return one
  }
  const first = await freshly()
  const rows = await withClient(urls.superuser, keepFrozen)
  const quiet = askMeanwhile(served)
  await setTimeout(3000)
  const idle = await quiet()
  const ours: (typeof first)[] = []
  const theirs: number[] = []
  const meanwhile: number[] = []
  for (let round = 0; round < rounds; round++) {
    const asking = askMeanwhile(served)
    ours.push(await freshly())
    meanwhile.push(...(await asking()))
    // Both are timed while the application serves pages: what is beside them has to be the same.
    const beside = askMeanwhile(served)
    theirs.push(await copyRows(urls))
    await beside()
  }
  await withClient(urls.superuser, async (admin) => {
    await clear(admin)
    await admin.query('DROP TABLE bench_frozen')
  })
  const [took, copied] = [median(ours.map((one) => one.took)), median(theirs)]
  const grown = median(ours.map((one) => one.grown)) / 2 ** 20
  const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`
  return [
    {
      what: `Freeze a quarter with all its encounters, beside COPY of the same rows, ${size}`,
      ours: seconds(took),
      theirs: seconds(copied),
      measured: times(took / copied),
      aim: '≤ 1.5 ×',
      isHit: took / copied <= 1.5,
      note: `${rows.toLocaleString('en')} frozen rows, ${rounds} rounds`,
    },
    {
      what: `Memory that freezing takes, ${size}`,
      ours: `${grown.toFixed(0)} MB`,
      theirs: '–',
      measured: `+ ${grown.toFixed(0)} MB`,
      aim: '≤ + 50 MB',
      isHit: grown <= 50,
    },
    {
      what: `File pages served while it freezes, ${size}`,
      ours: `p95 ${ms(quantile(meanwhile, 0.95))}`,
      theirs: `p95 ${ms(quantile(idle, 0.95))} before`,
      measured: `${meanwhile.length} pages`,
      aim: 'all served',
      isHit: meanwhile.length > 0,
    },
  ]
}
