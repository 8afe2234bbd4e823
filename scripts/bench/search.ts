// Finding someone by a misspelt name among many people: on the page of the search, beside a form, in the palette; for anyone who
// reaches everyone and for anyone who has forty files; beside plain trigrams.
import path from 'node:path'
import type pg from 'pg'
import { draws } from '../../prisma/seed/invented'
import { withClient } from '../pg-client.mjs'
import { actionOf } from './action'
import { readRecording } from './bare/replay.mjs'
import type { Urls } from './database'
import { type Line, ms, times } from './line'
import { median, quantile, timeOf } from './measure'
import { ASKERS, type Asker, tokenOf } from './organisation'
import { record, startRecorded } from './pages'
import { misspell } from './people'
import { recordings, type Server, startApplication } from './servers'

const ASKED = 100
/** Among how many people a person is looked for, and how soon they are to be found. */
export const CROWDS = [
  { people: 20_000, most: 300 },
  { people: 1_000_000, most: 500 },
] as const

/** Names of people in the organisation, evenly over all that fit, and each as another hand would write it. */
const listNames = async (admin: pg.Client, where: string, values: readonly string[] = []) => {
  const { rows } = await admin.query<{ text: string }>(
    `SELECT text FROM (SELECT text, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS all
                         FROM person_name WHERE kind = 'as_said' AND text IS NOT NULL AND ${where}) AS named
      WHERE n % greatest(1, "all" / ${ASKED}) = 0 LIMIT ${ASKED}`,
    [...values],
  )
  const draw = draws(20_261_126)
  return rows.map(({ text }) => ({ text, said: misspell(text, draw) }))
}
type Asked = Awaited<ReturnType<typeof listNames>>[number]

/** What an index of trigrams alone finds, with no one’s reach asked for. */
const TRIGRAMS = `SELECT person_id, similarity(text, $1) AS fits FROM person_name
  WHERE text % $1 ORDER BY fits DESC LIMIT 10`

const giveTrigrams = async (admin: pg.Client): Promise<void> => {
  await admin.query('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public')
  await admin.query(
    'CREATE INDEX IF NOT EXISTS bench_trigrams ON person_name USING gin (text public.gin_trgm_ops)',
  )
}

type Ask = (name: string) => Promise<string>
const searcherOf = (served: Server, who: Asker): Ask => {
  const find = actionOf(served, 'findPeople', { address: '/people/search', who })
  return (sentence) => find({ sentence, without: [], locked: [] })
}

/** The ways to ask for someone. In the palette and beside a form one asks while one types. */
const waysOf = (served: Server, who: Asker): Readonly<Record<string, Ask>> => {
  const search = searcherOf(served, who)
  const beside = actionOf(served, 'findAlike', { address: '/people/new', who })
  return {
    'Search by a name': search,
    'Search by a sentence': (name) =>
      search(`that Guinean man, maybe ${name}, about 30 years old, seen in Vottem in spring`),
    'Possible matches beside a form': (name) => beside({ name, nationality: 'GN', placeId: '' }),
    'Palette, most of a name': (name) => search(name.slice(0, Math.ceil(name.length * 0.7))),
  }
}

/** Arrays of keys and ids say nothing by their length, and a policy's question that is asked once a statement takes no time. */
const shorten = (plan: readonly string[]): string =>
  plan
    .filter((line, at) => !/-> {2}Result \(/.test(line) && !/-> {2}Result \(/.test(plan[at + 1] ?? ''))
    .map((line) => line.replace(/'\{([^,}]*,[^,}]*),[^}]*\}'/gu, "'{$1, …}'"))
    .map((line) => (line.length > 200 ? `${line.slice(0, 200)}…` : line))
    .join('\n')

/** How PostgreSQL goes about the longest statement of one search, under the policies of the one who asks. */
const explain = async (urls: Urls, name: string): Promise<string> => {
  const served = await startRecorded(urls)
  const search = searcherOf(served.server, 'chief')
  await search(name)
  await record(served, 'search', () => search(name))
  await served.server.stop()
  const statements = readRecording(path.join(recordings, 'search.ndjson')).flat()
  const heaviest = statements.find(({ text }) => text.includes('closely AS'))
  if (heaviest === undefined) throw new Error('the search asked for no names')
  return withClient(urls.app, async (app) => {
    await app.query('BEGIN')
    await app.query('SELECT FROM app.enter($1)', [tokenOf('chief')])
    const { rows } = await app.query<Record<string, string>>({
      text: `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) ${heaviest.text}`,
      values: heaviest.values,
    })
    await app.query('ROLLBACK')
    return shorten(rows.map((row) => row['QUERY PLAN'] ?? ''))
  })
}

type Taken = { readonly each: number[]; shown: number }

/** Every way asked for each name in turn, and trigrams between them: what the machine does beside us falls on all alike. */
const askAll = async (
  ways: Readonly<Record<string, Ask>>,
  names: readonly Asked[],
): Promise<ReadonlyMap<string, Taken>> => {
  for (const { said } of names.slice(0, 5)) for (const ask of Object.values(ways)) await ask(said)
  const taken = new Map(Object.keys(ways).map((way): [string, Taken] => [way, { each: [], shown: 0 }]))
  for (const { text, said } of names)
    for (const [way, own] of taken) {
      const answered: string[] = []
      own.each.push(await timeOf(async () => answered.push((await ways[way]?.(said)) ?? '')))
      if (answered.some((answer) => answer.includes(text))) own.shown += 1
    }
  return taken
}

const TRIGRAM_WAY = 'trigrams'

/** The lines of one size, and how the heaviest statement goes. */
export const measureSearch = async ({
  urls,
  people,
  most,
}: {
  urls: Urls
  people: number
  most: number
}): Promise<{ lines: Line[]; plan: string }> =>
  withClient(urls.superuser, async (admin) => {
    await giveTrigrams(admin)
    const askers = [
      { who: 'chief', whom: 'anybody', names: await listNames(admin, 'true') },
      {
        who: 'worker',
        whom: 'somebody of one’s forty files',
        names: await listNames(
          admin,
          'person_id IN (SELECT p.person_id FROM case_person p JOIN case_file f ON f.id = p.case_id WHERE f.worker_id = $1)',
          [ASKERS.worker.id],
        ),
      },
    ] as const
    const size = people.toLocaleString('en')
    const trigrams = async (name: string): Promise<string> =>
      String((await admin.query(TRIGRAMS, [name])).rowCount)
    const served = await startApplication(urls)
    const lines: Line[] = []
    for (const { who, whom, names } of askers) {
      const taken = await askAll({ ...waysOf(served, who), [TRIGRAM_WAY]: trigrams }, names)
      const beside = median(taken.get(TRIGRAM_WAY)?.each ?? [])
      for (const [way, { each, shown }] of taken) {
        if (way === TRIGRAM_WAY) continue
        const [middle, p95] = [median(each), quantile(each, 0.95)]
        lines.push({
          what: `${way}, ${whom} among ${size} people`,
          ours: `${ms(middle)}, p95 ${ms(p95)}`,
          theirs: ms(beside),
          measured: times(middle / beside),
          aim: `p95 ≤ ${most} ms`,
          isHit: p95 <= most,
          note: `${names.length} names, each spelled by another hand${shown === 0 ? '' : `; ${shown} of them among the first ten`}; beside it trigrams over all names in SQL, without need-to-know`,
        })
      }
    }
    await served.stop()
    return { lines, plan: await explain(urls, askers[0].names[0]?.said ?? '') }
  })
