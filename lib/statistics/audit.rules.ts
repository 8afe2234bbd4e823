/**
 * The auditor: for every protected cell it looks for two complete populations, both in agreement with every statement
 * ever published, in which the cell differs by the width it is owed. Such witnesses prove that the files cannot tell.
 */
import type { Certificate } from './certificate.rules'
import { toPush } from './push.rules'
import type { Minimise } from './solver'
import { type System, sumOf } from './statement.rules'
import { chooseWitnesses, type Seen } from './witness.rules'

/**
 * What everything published leaves possible for one protected cell: lower and upper as witnesses have it, bounds as broken
 * numbers of people would; null where no one asked, or no answer came in time.
 */
export type Finding = {
  statement: number
  lower: number
  upper: number
  bounds: Bounds | null
  isSafe: boolean
}
export type Bounds = { least: number; most: number }
export type Audit = { findings: readonly Finding[]; certificate: Certificate | null }

export const tolerance = 1e-6
const fruitlessPasses = 3
const passLimit = 60
const fruitlessPushes = 50
/** About a second, whatever the size; not a time, because the same statements must give the same witnesses on every machine. */
const pushLimit = 2_000
const pushWork = 8_000_000

type Search = {
  system: System
  minimise: Minimise
  witnesses: number[][]
  seen: Map<number, Seen>
  bounds: Map<number, Bounds>
}

const toWhole = (values: Float64Array): number[] | null => {
  const whole = Array.from(values, Math.round)
  return whole.every((one, i) => Math.abs(one - (values[i] ?? 0)) < tolerance && one >= 0) ? whole : null
}

const owes = (search: Search, index: number): boolean => {
  const seen = search.seen.get(index)
  return !seen || seen.high - seen.low < (search.system.statements[index]?.width ?? 0)
}

/** Keeps a witness when it agrees with everything and widens the range of a cell that is still owed something. */
const keep = (search: Search, values: Float64Array | null): boolean => {
  const witness = values === null ? null : toWhole(values)
  return witness !== null && keepWhole(search, witness)
}

function keepWhole(search: Search, witness: number[]): boolean {
  const at = search.witnesses.length
  const values = search.system.statements.map((statement) => sumOf(statement, witness))
  const agrees = search.system.statements.every(
    ({ lower, upper }, i) => lower <= (values[i] ?? 0) && (values[i] ?? 0) <= upper,
  )
  if (!agrees) return false
  let isUseful = false
  for (const [index, statement] of search.system.statements.entries()) {
    if (statement.width === 0 || !owes(search, index)) continue
    const value = values[index] ?? 0
    const seen = search.seen.get(index) ?? { low: value, lowAt: at, high: value, highAt: at }
    if (!search.seen.has(index) || value < seen.low || value > seen.high) isUseful = true
    search.seen.set(index, {
      low: Math.min(value, seen.low),
      lowAt: value < seen.low ? at : seen.lowAt,
      high: Math.max(value, seen.high),
      highAt: value > seen.high ? at : seen.highAt,
    })
  }
  if (isUseful) search.witnesses.push(witness)
  return isUseful
}

export function costOf(
  { columns, statements }: System,
  signed: readonly (readonly [index: number, sign: number])[],
): Float64Array {
  const cost = new Float64Array(columns)
  for (const [index, sign] of signed) {
    const statement = statements[index]
    for (const column of statement?.plus ?? []) cost[column] = (cost[column] ?? 0) + sign
    for (const column of statement?.minus ?? []) cost[column] = (cost[column] ?? 0) - sign
  }
  return cost
}

/** A fixed sequence of coins: the same statements are audited the same way on every day. */
function coins(): () => number {
  let state = 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 31) * 2 - 1
  }
}

/**
 * Many cells with one program: push all open ones about at random, then all the other way. Of three dimensions the best point is
 * seldom a whole population; who is hasty asks the integer program for all open cells rather than for each.
 */
async function findWitnesses(
  search: Search,
  protectedCells: readonly number[],
  isHasty: boolean,
): Promise<void> {
  const coin = coins()
  let fruitless = 0
  for (let pass = 0; pass < passLimit && fruitless < fruitlessPasses; pass++) {
    const open = protectedCells.filter((index) => owes(search, index))
    if (open.length === 0) return
    const signed = open.map((index): readonly [number, number] => [index, coin()])
    for (const turn of [1, -1]) {
      const cost = costOf(
        search.system,
        signed.map(([index, sign]) => [index, turn * sign]),
      )
      const values = await search.minimise(cost, false)
      const isBroken = values !== null && toWhole(values) === null
      keep(search, isHasty && isBroken ? await search.minimise(cost, true) : values)
    }
    fruitless = open.filter((index) => owes(search, index)).length < open.length ? 0 : fruitless + 1
  }
}

/**
 * From one whole population to many: a walk in which every column is pushed about at random. A solver asked for whole numbers of
 * three dimensions takes a thousand times as long, and is left to what stays narrow. Of numbers that are not rounded few can be
 * pushed.
 */
async function pushWitnesses(search: Search, protectedCells: readonly number[]): Promise<void> {
  const { system, minimise } = search
  const anywhere = new Float64Array(system.columns)
  if (!keep(search, await minimise(anywhere, false))) keep(search, await minimise(anywhere, true))
  let [at] = search.witnesses
  if (at === undefined) return
  const push = toPush(system, Math.max(...system.statements.map(({ width }) => width)))
  const coin = coins()
  const size = system.statements.reduce((sum, { plus, minus }) => sum + plus.length + minus.length, 0)
  const pushes = Math.min(pushLimit, Math.ceil(pushWork / size))
  const isOpen = () => protectedCells.some((index) => owes(search, index))
  let fruitless = 0
  for (let n = 0; n < pushes && fruitless < fruitlessPushes && isOpen(); n++) {
    at = push(at, coin)
    fruitless = keepWhole(search, at) ? 0 : fruitless + 1
    // Meanwhile the application answers.
    if (n % 50 === 49) await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

/**
 * The range of one cell by itself. Where the linear optimum is no whole population, the integer program is asked. An end that a
 * witness has reached already is not looked for.
 */
async function findRange(search: Search, index: number): Promise<void> {
  const { lower = 0, upper = 0 } = search.system.statements[index] ?? {}
  for (const sign of [1, -1]) {
    const seen = search.seen.get(index)
    if (seen && (sign > 0 ? seen.low <= lower : seen.high >= upper)) continue
    const cost = costOf(search.system, [[index, sign]])
    const values = await search.minimise(cost, false)
    if (values === null) continue
    if (toWhole(values) === null) keep(search, await search.minimise(cost, true))
    else keep(search, values)
    if (!owes(search, index)) return
  }
}

/**
 * The same, for many cells of which many are narrow: where even broken numbers of people leave no more than a narrow range, whole
 * ones leave none, and the integer program is not asked.
 */
async function findBounds(search: Search, index: number): Promise<void> {
  const ends: { cost: Float64Array; values: Float64Array }[] = []
  for (const sign of [1, -1]) {
    const cost = costOf(search.system, [[index, sign]])
    const values = await search.minimise(cost, false)
    if (values === null) continue
    keep(search, values)
    if (!owes(search, index)) return
    ends.push({ cost, values })
  }
  const statement = search.system.statements[index]
  const [low, high] = ends
  if (statement && low && high) {
    const bounds = { least: sumOf(statement, low.values), most: sumOf(statement, high.values) }
    search.bounds.set(index, bounds)
    if (bounds.most - bounds.least < statement.width - tolerance) return
  }
  for (const { cost, values } of ends) {
    if (toWhole(values) === null) keep(search, await search.minimise(cost, true))
    if (!owes(search, index)) return
  }
}

/**
 * isVerdictEnough: up to the first cell that is not safe. likely: cells to begin with, because one of them is probably the one.
 * isHasty: see findBounds; the verdict is the same, the witnesses may be others.
 */
type How = { isVerdictEnough?: boolean; likely?: readonly number[]; isHasty?: boolean }

/**
 * Audits every statement with a width. Throws `NoPopulation` when none at all agrees with the statements; where none was found in time,
 * no cell is safe.
 */
export async function audit(system: System, minimise: Minimise, how: How = {}): Promise<Audit> {
  const search: Search = { system, minimise, witnesses: [], seen: new Map(), bounds: new Map() }
  const cells = system.statements.flatMap((statement, index) => (statement.width > 0 ? index : []))
  const find = how.isHasty === true ? findBounds : findRange
  const isOver = async (some: readonly number[]): Promise<boolean> => {
    for (const index of some) {
      if (!owes(search, index)) continue
      await find(search, index)
      if (how.isVerdictEnough === true && owes(search, index)) return true
    }
    return false
  }
  if (!(await isOver(how.likely ?? []))) {
    if (how.isHasty !== true) await pushWitnesses(search, cells)
    await findWitnesses(search, cells, how.isHasty === true)
    await isOver(cells)
  }
  const findings = cells.map((statement): Finding => {
    const seen = search.seen.get(statement)
    return {
      statement,
      lower: seen?.low ?? 0,
      upper: seen?.high ?? 0,
      bounds: search.bounds.get(statement) ?? null,
      isSafe: seen !== undefined && !owes(search, statement),
    }
  })
  const isSafe = findings.every((one) => one.isSafe)
  return { findings, certificate: isSafe ? chooseWitnesses(search.system, search, cells) : null }
}
