// What own fields cost: a list narrowed by one beside the whole list, the page of a file with eight answers beside one without.
import { spawnSync } from 'node:child_process'
import * as z from 'zod'
import { typescript } from '../child.mjs'
import { environment, type Urls } from './database'
import { type Line, ms, ratioLine, times } from './line'
import { alternate, median, quantile } from './measure'
import { startApplication } from './servers'

export const OWN_FIELDS = 8
const ROUNDS = 60
const MOST_LIST = 100
/** A file of the first office, as own.sql calls it. */
const FILE = '/cases/GGG-GGH2'

const took = z.array(z.number()).nonempty()
const read = z.strictObject({
  took: z.strictObject({ all: took, narrowed: took, rare: took }),
  plan: z.array(z.string()),
  total: z.number(),
})

const shorten = (plan: readonly string[]): string =>
  plan.map((line) => (line.length > 220 ? `${line.slice(0, 220)}…` : line)).join('\n')

/** Lists of an office of five thousand files, and the plan of one of them. */
export const measureOwnLists = ({
  urls,
  size,
}: {
  urls: Urls
  size: string
}): { lines: Line[]; plan: string } => {
  const asked = JSON.stringify({ rounds: ROUNDS, fields: OWN_FIELDS })
  const done = spawnSync(process.execPath, typescript('scripts/bench/own-read.ts', asked), {
    env: { ...process.env, ...environment(urls) },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (done.status !== 0) throw new Error(`the lists were not read: ${done.stderr.slice(-3000)}`)
  const { took: all, plan, total } = read.parse(JSON.parse(done.stdout))
  const lineOf = (what: string, times_: readonly number[]): Line => {
    const p95 = quantile(times_, 0.95)
    return {
      what: `${what}, office of 5,000 among ${size} files`,
      ours: `${ms(median(times_))}, p95 ${ms(p95)}`,
      theirs: `${ms(median(all.all))}, p95 ${ms(quantile(all.all, 0.95))}`,
      measured: times(median(times_) / median(all.all)),
      aim: `p95 ≤ ${MOST_LIST} ms`,
      isHit: p95 <= MOST_LIST,
      note: 'beside it is the whole list of the office, in turns',
    }
  }
  return {
    lines: [
      lineOf(`List narrowed by an own field, ${total.toLocaleString('en')} files left`, all.narrowed),
      lineOf('List narrowed by a rare value of an own field', all.rare),
    ],
    plan: shorten(plan),
  }
}

/** The page of one file in an organisation with eight own fields, beside the same file in one that asks nothing besides. */
export const measureOwnPage = async (urls: { own: Urls; plain: Urls }, size: string): Promise<Line> => {
  const [own, plain] = [await startApplication(urls.own), await startApplication(urls.plain)]
  const took = await alternate(
    { own: () => own.ask(FILE, { who: 'leader' }), plain: () => plain.ask(FILE, { who: 'leader' }) },
    { times: 9 },
  )
  const { body } = await own.ask(FILE, { who: 'leader' })
  if (!body.includes('Value ')) throw new Error('the page shows no answer')
  await own.stop()
  await plain.stop()
  return ratioLine(`Page of a file with ${OWN_FIELDS} own answers, beside one without, HTML, ${size} files`, {
    ours: took('own'),
    theirs: took('plain'),
    most: 1.1,
  })
}
