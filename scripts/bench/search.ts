// Finding somebody by a misspelt name, for whoever reaches everybody and for whoever has forty files, beside plain trigrams.
import path from 'node:path'
import type pg from 'pg'
import { draws } from '../../prisma/seed/invented'
import { withClient } from '../database.mjs'
import { readRecording } from './bare/replay.mjs'
import type { Urls } from './database'
import { doorOf } from './door'
import { type Asker, tokenOf } from './house'
import { type Line, ms, times } from './line'
import { alternate, quantile, timeOf } from './measure'
import { record, startRecorded } from './pages'
import { misspell } from './people'
import { recordings, type Server } from './servers'

const ASKED = 120

/** Names of people in the house, written as another hand would. */
const listNames = async (admin: pg.Client): Promise<readonly string[]> => {
  const { rows } = await admin.query<{ text: string }>(
    `SELECT text FROM (SELECT text, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS all
                         FROM person_name WHERE kind = 'as_said' AND text IS NOT NULL) AS named
      WHERE n % greatest(1, "all" / $1) = 0 LIMIT $1`,
    [ASKED],
  )
  const draw = draws(20_261_126)
  return rows.map(({ text }) => misspell(text, draw))
}

/** What an index of trigrams alone finds, with nobody's reach asked for. */
const TRIGRAMS = `SELECT person_id, similarity(text, $1) AS fits FROM person_name
  WHERE text % $1 ORDER BY fits DESC LIMIT 10`

const giveTrigrams = async (admin: pg.Client): Promise<void> => {
  await admin.query('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public')
  await admin.query(
    'CREATE INDEX IF NOT EXISTS bench_trigrams ON person_name USING gin (text public.gin_trgm_ops)',
  )
}

/** Asks for one name after the other, round and round. */
const inTurn = (names: readonly string[], ask: (name: string) => Promise<unknown>) => {
  let turn = 0
  return () => ask(names[turn++ % names.length] ?? '')
}

const searcherOf = (house: Server, who: Asker) => {
  const find = doorOf(house, 'findPeople', { address: '/people/search', who })
  return (sentence: string): Promise<string> => find({ sentence, without: [], locked: [] })
}

/** How PostgreSQL goes about the longest statement of one search, under the policies of whoever asks. */
const explain = async (urls: Urls, name: string): Promise<string> => {
  const house = await startRecorded(urls)
  const search = searcherOf(house.server, 'chief')
  await search(name)
  await record(house, 'search', () => search(name))
  await house.server.stop()
  const statements = readRecording(path.join(recordings, 'search.ndjson')).flat()
  const heaviest = statements.find(({ text }) => text.includes('closely AS'))
  if (heaviest === undefined) throw new Error('the search asked for no names')
  return withClient(urls.app, async (app) => {
    await app.query('BEGIN')
    await app.query('SELECT FROM app.enter($1)', [tokenOf('chief')])
    const { rows } = await app.query<Record<string, string>>({
      text: `EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF, SUMMARY OFF) ${heaviest.text}`,
      values: heaviest.values,
    })
    await app.query('ROLLBACK')
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

export const measureSearch = async ({
  house,
  urls,
  most,
}: {
  house: Server
  urls: Urls
  most: number
}): Promise<{ lines: Line[]; plan: string }> => {
  const { names, people } = await withClient(urls.superuser, async (admin) => {
    await giveTrigrams(admin)
    const { rows } = await admin.query<{ n: string }>('SELECT count(*) AS n FROM person')
    return { names: await listNames(admin), people: Number(rows[0]?.n ?? 0).toLocaleString('en') }
  })
  const lines = await withClient(urls.superuser, async (admin) => {
    const everybody = searcherOf(house, 'chief')
    const own = searcherOf(house, 'worker')
    const took = await alternate({
      everybody: inTurn(names, everybody),
      own: inTurn(names, own),
      trigrams: inTurn(names, (name) => admin.query(TRIGRAMS, [name])),
    })
    const line = async (
      what: string,
      ask: (name: string) => Promise<unknown>,
      middle: number,
    ): Promise<Line> => {
      const each: number[] = []
      for (const name of names) each.push(await timeOf(() => ask(name)))
      const p95 = quantile(each, 0.95)
      return {
        what: `Find ${what} by a misspelt name among ${people} people`,
        ours: `${ms(middle)}, p95 ${ms(p95)}`,
        theirs: `${ms(took('trigrams'))}`,
        measured: times(middle / took('trigrams')),
        aim: `p95 ≤ ${most} ms`,
        isHit: p95 <= most,
        note: `${names.length} names; beside it trigrams over all names in SQL, without need-to-know`,
      }
    }
    return [
      await line('anybody', everybody, took('everybody')),
      await line('somebody of one’s forty files', own, took('own')),
    ]
  })
  const plan = await explain(urls, names[0] ?? '')
  return { lines, plan }
}
