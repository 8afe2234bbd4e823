// Reports of an organisation with a million conversations in ten years: figures of a year counted live, and the pages that ask for them.
import { spawnSync } from 'node:child_process'
import * as z from 'zod'
import type { DimensionId } from '@/lib/reporting/dimension.rules'
import { FIGURE_IDS, type FigureId, figureOf } from '@/lib/reporting/figure.rules'
import { CHAPTERS } from '@/lib/reporting/figure-kind.rules'
import type { CountReach } from '@/lib/shared/count-reach'
import { typescript } from '../child.mjs'
import { withClient } from '../pg-client.mjs'
import { type Costs, measureCosts, orGivenUp } from './costs'
import { environment, type Urls } from './database'
import { type Line, ms } from './line'
import { ASKERS, type Asker, idOf, KIND } from './organisation'
import { startApplication } from './servers'

/** The last of the ten years (years.sql). */
const PERIOD = { from: '2025-01-01', until: '2025-12-31' } as const
const ROUNDS = 5
const MOST_LIVE = 500
const MOST_PAGE = 1000
const MOST_DOCUMENT = 10_000

/** Who reads reports, in which reach: all twenty offices, the first office with a tenth of all files, one’s own. */
const READERS = [
  { who: 'reader', reach: 'organisation', said: 'admin with the capability' },
  { who: 'leader', reach: 'team', said: 'coordinator of one office' },
  { who: 'worker', reach: 'own', said: 'caseworker' },
] as const satisfies readonly { who: Asker; reach: CountReach; said: string }[]
type Reader = (typeof READERS)[number]

type Question = {
  readonly figure: FigureId
  readonly by: DimensionId | null
  readonly split: DimensionId | null
}
const counted = z.strictObject({
  name: z.string(),
  total: z.number().nullable(),
  took: z.number().nullable(),
  cpu: z.number().nullable(),
})

export const findServer = (urls: Urls): Promise<number> =>
  withClient(urls.superuser, async (admin) => {
    // The first line of its own file is the process that all others of a server come from.
    const { rows } = await admin.query<{ pid: string }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`,
    )
    return Number(rows[0]?.pid)
  })

const countAs = (
  urls: Urls,
  server: number,
  { who, reach }: Reader,
  questions: readonly Question[],
): readonly z.infer<typeof counted>[] => {
  const asked = JSON.stringify({
    server,
    who,
    reach,
    ...PERIOD,
    rounds: ROUNDS,
    questions,
  })
  const done = spawnSync(process.execPath, typescript('scripts/bench/reports-read.ts', asked), {
    env: { ...process.env, ...environment(urls) },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`the figures were not counted: ${done.stderr.slice(-1500)}`)
  return done.stdout
    .trim()
    .split('\n')
    .map((line) => counted.parse(JSON.parse(line)))
}

const lineOf = (what: string, { took, cpu }: Costs, most: number, note?: string): Line => ({
  what,
  ours: took === null ? 'given up' : ms(took),
  theirs: '–',
  measured: cpu === null ? '–' : `${ms(cpu)} of a processor`,
  aim: `≤ ${most.toLocaleString('en')} ms`,
  // On a machine that others use at the same time only what it took of a processor says what it would take.
  isHit: took !== null && (cpu ?? took) <= most,
  ...(note === undefined ? {} : { note }),
})

/** What a page asks first of a figure: by place where it has one, else by its first dimension. */
const questionOf = (figure: FigureId): Question => {
  const { by } = figureOf(figure)
  return { figure, by: by.includes('place') ? 'place' : (by[0] ?? null), split: null }
}
const CENTRE_AND_AGE: Question = { figure: 'people_met', by: 'place', split: 'age' }
const BEGINS = CHAPTERS.codes.flatMap(
  (chapter) => FIGURE_IDS.codes.find((figure) => figureOf(figure).chapter === chapter) ?? [],
)

/** A kept run of each reader, so that there is one to open. */
const keepRuns = (urls: Urls): Promise<void> =>
  withClient(urls.superuser, async (admin) => {
    for (const [index, { who, reach }] of READERS.entries())
      await admin.query(
        `INSERT INTO report_run (id, name, question, cells, edition, staff_id, counted_at)
         VALUES ($1, 'Bench', $2, $3, 1, $4, now()) ON CONFLICT DO NOTHING`,
        [
          idOf(KIND.run, index),
          new URLSearchParams({ ...PERIOD, reach, by: 'place', column: 'people_met' }).toString(),
          JSON.stringify({ columns: [{ column: 'people_met', split: null, isBroken: true }], rows: [] }),
          ASKERS[who].id,
        ],
      )
  })

const addressOf = (reach: CountReach, page: string, parts: Readonly<Record<string, string>>): string =>
  `/reports${page}?${new URLSearchParams({ reach, ...parts })}`

const pagesOf = (reach: CountReach, index: number): readonly (readonly [string, string])[] => [
  ['/reports', addressOf(reach, '', { ...PERIOD, by: 'place' })],
  [
    '/reports, one figure by centre and age',
    addressOf(reach, '', { ...PERIOD, by: 'place', split: 'age', column: 'people_met' }),
  ],
  ['/reports/annual', addressOf(reach, '/annual', { year: '2025' })],
  ['/reports/definitions', '/reports/definitions'],
  [
    '/reports/files',
    addressOf(reach, '/files', { ...PERIOD, by: 'place', column: 'people_met', only: 'age~15-17' }),
  ],
  ['/reports/runs', '/reports/runs'],
  ['/reports/runs/[run]', `/reports/runs/${idOf(KIND.run, index)}`],
  ['/reports/readers', '/reports/readers'],
]

/** isAll: every figure, not only the first of each chapter, for looking into one that is slow; hasPages: the pages too, of what was built. */
export const measureReports = async (
  urls: Urls,
  {
    isAll,
    hasPages,
    show,
  }: { readonly isAll: boolean; readonly hasPages: boolean; readonly show: (line: Line) => void },
): Promise<void> => {
  const server = await findServer(urls)
  await keepRuns(urls)
  for (const reader of READERS) {
    const figures = isAll ? FIGURE_IDS.codes : BEGINS
    for (const { name, total, ...costs } of countAs(urls, server, reader, [
      CENTRE_AND_AGE,
      ...figures.map(questionOf),
    ])) {
      const [figure] = name.split(' ')
      const of = FIGURE_IDS.match(figure)
      if (of !== null)
        show(
          lineOf(
            `${figureOf(of).chapter}: ${name}, ${reader.said}`,
            costs,
            MOST_LIVE,
            `${total?.toLocaleString('en') ?? 'nothing'} in all`,
          ),
        )
      else if (!name.startsWith('/')) show(lineOf(`Numbers of ${name}, ${reader.said}`, costs, MOST_DOCUMENT))
      // Where the page is not served, what it reads.
      else if (!hasPages) show(lineOf(`What ${name} reads, ${reader.said}`, costs, MOST_PAGE))
    }
  }
  if (!hasPages) return
  const served = await startApplication(urls)
  const options = { processes: [served.pid], server, rounds: ROUNDS }
  const measureAsk = (address: string, who: Asker): Promise<Costs> =>
    orGivenUp(() => measureCosts(() => served.ask(address, { who }), options))
  for (const [index, { who, reach, said }] of READERS.entries()) {
    for (const [page, address] of pagesOf(reach, index)) {
      show(lineOf(`${page}, ${said}`, await measureAsk(address, who), MOST_PAGE))
    }
    if (reach === 'own') continue
    const choices = new URLSearchParams({ kind: 'detention', year: '2025', reach }).toString()
    const address = `/api/reports/annual?${new URLSearchParams({ language: 'en', choices })}`
    show(
      lineOf(
        `Annual report on detention as a document, ${said}`,
        await measureAsk(address, who),
        MOST_DOCUMENT,
      ),
    )
  }
  await served.stop()
}
