import type pg from 'pg'
import { withWork } from '@/lib/db/work'
import type { Asked } from '@/lib/reporting/cells-sql.data'
import { type Cell, countFigures, countUncertain } from '@/lib/reporting/count.data'
import type { DimensionId } from '@/lib/reporting/dimension.rules'
import { FIGURE_IDS, type FigureId, figureOf } from '@/lib/reporting/figure.rules'
import { canBreak } from '@/lib/reporting/question.rules'
import { openDraw, PERIODS, type RandomDraw } from '../random-draw'
import type { RandomOrganisation } from '../random-organisation'
import { RANDOM_OWN } from '../random-own'
import { RECOUNTS } from './index'
import { readRows } from './rows'
import { type Reach, type Seen, seenBy } from './seen'
import { keyOf, type Recount, tally, tallyUncertain } from './tally'

type Who = keyof RandomOrganisation['readers']
/** Who counts what; some have the reach and some do not. */
const READINGS: readonly (readonly [Who, Reach])[] = [
  ['bothLead', 'team'],
  ['bothLead', 'team'],
  ['lead', 'team'],
  ['southLead', 'team'],
  ['worker', 'own'],
  ['worker', 'own'],
  ['other', 'own'],
  ['bothLead', 'own'],
  ['admin', 'organisation'],
  ['holder', 'organisation'],
  ['holder', 'organisation'],
]
const OUT_OF_REACH: readonly (readonly [Who, Reach])[] = [
  ['worker', 'team'],
  ['admin', 'team'],
  ['admin', 'own'],
  ['bothLead', 'organisation'],
]

/** What breaks a figure down: dimensions of its own, and fields of the organisation. */
export const breaksOf = (figure: FigureId): readonly DimensionId[] => [
  ...figureOf(figure).by,
  ...RANDOM_OWN.map(({ id }) => id).filter((id) => canBreak(figure, id)),
]

type Period = (typeof PERIODS)[keyof typeof PERIODS]
const shuffle = <T>(draw: RandomDraw, list: readonly T[]): T[] => {
  const rest = [...list]
  const out: T[] = []
  while (rest.length > 0) out.push(...rest.splice(draw.int(0, rest.length - 1), 1))
  return out
}
/** In pairs, so that each is asked once; with the margins each is asked alone as well. */
const inPairs = (by: readonly DimensionId[]): (readonly [DimensionId | null, DimensionId | null])[] =>
  by.length === 0
    ? [[null, null]]
    : by.flatMap((one, at) => (at % 2 === 0 ? [[one, by[at + 1] ?? null] as const] : []))

/** A figure with few dimensions is asked as often as others, in another period or of other offices. */
const enough = <T>(pairs: readonly T[]): readonly T[] =>
  pairs.length < 4 ? [...pairs, ...pairs, ...pairs, ...pairs].slice(0, 4) : pairs

/** A condition that some of what is counted meets. */
const drawOnly = (draw: RandomDraw, recount: Recount, seen: Seen, asked: Asked): Asked['only'] => {
  const by = breaksOf(asked.figure)
  if (by.length === 0) return []
  const dimension = draw.pick(by)
  const values = [...tally(recount, seen, { ...asked, by: dimension, split: null, only: [] }).keys()].flatMap(
    (key): string[] => JSON.parse(key)[0] ?? [],
  )
  const value = values.length === 0 ? null : draw.pick(values)
  return [{ dimension, value: value === 'not_recorded' ? null : value }]
}

const isSame = (a: number | null | undefined, b: number | null | undefined): boolean =>
  (a ?? null) === null || (b ?? null) === null
    ? (a ?? null) === (b ?? null)
    : Math.abs((a ?? 0) - (b ?? 0)) < 1e-9

/** So many questions at once, as the columns of one page, in one transaction: it ends by itself after seconds, and a sweep asks for minutes. */
const AT_ONCE = 4

const ask = async (organisation: RandomOrganisation, who: Who, reach: Reach, plans: readonly Asked[]) => {
  const answers: { readonly asked: Asked; readonly found: readonly Cell[] }[] = []
  const [first] = plans
  let open = 0
  for (let at = 0; at < plans.length; at += AT_ONCE)
    await withWork(organisation.readers[who].token, (work) =>
      work.counts(reach, async (counting) => {
        const some = plans.slice(at, at + AT_ONCE)
        const found = await countFigures(counting, some)
        for (const [index, asked] of some.entries()) answers.push({ asked, found: found[index] ?? [] })
        if (at === 0 && first !== undefined) open = await countUncertain(counting, first)
      }),
    )
  return { answers, open }
}

/** Counts every figure twice; what differs, in words that say where. `deep`: for more readers, in each period. */
export const compare = async (
  owner: pg.Client,
  organisation: RandomOrganisation,
  seed: number,
  { deep = false, figures = FIGURE_IDS.codes }: { deep?: boolean; figures?: readonly FigureId[] } = {},
): Promise<{
  readonly faults: string[]
  readonly cells: number
  readonly questions: number
  readonly zeros: number
}> => {
  const draw = openDraw(seed ^ 0x5eed)
  const rows = await readRows(owner, organisation.id)
  const now = new Date()
  const known = new Map<string, Seen>()
  const seenAs = (who: Who, reach: Reach): Seen => {
    const name = `${who} ${reach}`
    const seen = known.get(name) ?? seenBy(rows, organisation.readers[who], reach, now)
    known.set(name, seen)
    return seen
  }
  const faults: string[] = []
  let [cells, questions, zeros] = [0, 0, 0]

  const check = async (figure: FigureId, who: Who, reach: Reach, periods: readonly Period[]) => {
    const recount: Recount = RECOUNTS[figure]
    const seen = seenAs(who, reach)
    const asks = periods.flatMap((period) =>
      enough(inPairs(shuffle(draw, breaksOf(figure)))).map(([by, split]): Asked => {
        const given = deep ? period : draw.pick(periods)
        const plain: Asked = {
          ...given,
          figure,
          by,
          split,
          offices: draw.chance(0.2) ? [draw.pick(organisation.offices)] : [],
          only: [],
        }
        return draw.chance(0.25) ? { ...plain, only: drawOnly(draw, recount, seen, plain) } : plain
      }),
    )
    const plans = deep ? asks : asks.slice(0, asks.length / periods.length)
    const counted = await ask(organisation, who, reach, plans)
    const tell = (asked: Asked, cell: string, ours: unknown, theirs: unknown): void => {
      const { from, until, by, split, offices, only } = asked
      const where = JSON.stringify({ from, until, by, split, offices: offices.length, only })
      faults.push(
        `seed ${seed}: ${figure} ${cell} as ${who} (${reach}), ${where}: counted ${ours}, by hand ${theirs}`,
      )
    }
    for (const { asked, found } of counted.answers) {
      questions++
      const theirs = tally(recount, seen, asked)
      const ours = new Map(found.map(({ by, split, value }) => [keyOf(by, split), value]))
      if (ours.size !== found.length) tell(asked, 'cells', 'one twice', 'each once')
      for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
        cells++
        if ((theirs.get(key) ?? 0) === 0) zeros++
        if (!isSame(ours.get(key), theirs.get(key))) tell(asked, key, ours.get(key), theirs.get(key))
      }
    }
    const [first] = plans
    if (first === undefined) return
    const open = tallyUncertain(recount, seen, first)
    if (open !== counted.open) tell(first, 'without a certain day', counted.open, open)
  }

  for (const figure of figures) {
    const readings = deep
      ? shuffle(draw, READINGS).slice(0, 2)
      : [draw.chance(0.08) ? draw.pick(OUT_OF_REACH) : draw.pick(READINGS)]
    for (const [who, reach] of readings) await check(figure, who, reach, Object.values(PERIODS))
  }
  return { faults, cells, questions, zeros }
}
