import {
  asked,
  type Cube,
  cellOf,
  type Grain,
  grains,
  levelAt,
  levels,
  nameOf,
  type Printer,
  publish,
} from './cube'

/*
 * Someone holds every table of every level and works out the withheld cells with one to ten people in them. `hits`: how
 * often the number is exactly right; `blind`: how often the commonest number is, or what the printed margins suggest.
 */
export type Averaged = { reached: number; hits: number; blind: number }

const smallest = (value: number): number => Math.max(1, Math.min(10, Math.round(value)))

function judge(guesses: readonly { n: number; guess: number; prior: number }[]): Averaged {
  const times = new Map<number, number>()
  for (const { n } of guesses) times.set(n, (times.get(n) ?? 0) + 1)
  const share = (right: number): number => (guesses.length === 0 ? 0 : right / guesses.length)
  const byPrior = share(guesses.filter(({ n, prior }) => n === prior).length)
  return {
    reached: guesses.length,
    hits: share(guesses.filter(({ n, guess }) => n === guess).length),
    blind: Math.max(byPrior, share(Math.max(0, ...times.values()))),
  }
}

/** A wider cell minus its printed siblings, in all ways there are; the surer ways count more. */
export function average(cube: Cube, printer: Printer): Averaged {
  const shown = publish(cube, printer)
  const guesses: { n: number; guess: number; prior: number }[] = []
  for (const [name, { n }] of cube) {
    if (n > 10 || shown.get(name) !== null) continue
    const [grainWord = '', cell = ''] = name.split('/')
    const grain = grainWord.split(',').map(Number)
    const present = grain.flatMap((own, i) => (levelAt(i, own) ? i : []))
    const nodes = new Map(present.map((i, place) => [i, cell.split('|')[place] ?? '']))
    let sum = 0
    let weight = 0
    for (const i of present)
      for (let wider = (grain[i] ?? 0) + 1; wider <= (levels[i]?.length ?? 0); wider++) {
        const way = workOut(shown, grain, nodes, i, wider)
        if (way === null) continue
        sum += way.estimate / way.terms
        weight += 1 / way.terms
      }
    if (weight > 0) guesses.push({ n, guess: smallest(sum / weight), prior: 0 })
  }
  return judge(guesses)
}

function workOut(
  shown: ReadonlyMap<string, number | null>,
  grain: Grain,
  nodes: ReadonlyMap<number, string>,
  i: number,
  wider: number,
): { estimate: number; terms: number } | null {
  const own = levelAt(i, grain[i] ?? 0)
  const above = levelAt(i, wider)
  if (!own) return null
  const parentOf = new Map<string, string>()
  for (const [leaf, node] of own.nodeOf) parentOf.set(node, above?.nodeOf.get(leaf) ?? '')
  const parent = parentOf.get(nodes.get(i) ?? '') ?? ''
  const lookUp = (node: string | null, at: Grain): number | null | undefined => {
    const all = [...nodes].flatMap(([j, value]) => (j !== i ? value : node === null ? [] : node))
    return shown.get(nameOf(at, all))
  }
  const whole = lookUp(
    above ? parent : null,
    grain.map((one, j) => (j === i ? wider : one)),
  )
  if (whole === null || whole === undefined) return null
  let estimate = whole
  let terms = 1
  for (const [node, itsParent] of parentOf) {
    if (itsParent !== parent || node === nodes.get(i)) continue
    const sibling = lookUp(node, grain)
    // No one there: in no table, and known to be no one, which helps the attacker.
    if (sibling === undefined) continue
    if (sibling === null) return null
    estimate -= sibling
    terms += 1
  }
  return { estimate, terms }
}

const leafLists = levels.map((own) => [...(own[0]?.nodeOf.keys() ?? [])])

/**
 * All printed numbers at once: the numbers behind the tables that fit them best by least squares, beginning from what the
 * printed margins suggest. `variance`: of what is printed.
 */
export function weigh(cube: Cube, printer: Printer, variance: number): Averaged {
  const shown = publish(cube, printer)
  const used = asked.map((_, i) => leafLists[i]?.filter((leaf) => shown.has(oneWay(i, leaf))) ?? [])
  const combinations = used.reduce<string[][]>(
    (all, leaves) => all.flatMap((one) => leaves.map((leaf) => [...one, leaf])),
    [[]],
  )
  const everybody = Math.max(
    1,
    shown.get(
      nameOf(
        levels.map((own) => own.length),
        [],
      ),
    ) ?? 1,
  )
  const margin = (i: number, leaf: string): number => shown.get(oneWay(i, leaf)) ?? 5
  const prior = combinations.map((leaves) =>
    leaves.reduce((product, leaf, i) => (product * margin(i, leaf)) / everybody, everybody),
  )
  const members = new Map<string, number[]>()
  for (const [at, leaves] of combinations.entries())
    for (const grain of grains) {
      const name = cellOf(grain, leaves)
      const own = members.get(name)
      if (own) own.push(at)
      else members.set(name, [at])
    }
  const statements = [...shown].flatMap(([name, value]) =>
    value === null ? [] : [{ value, columns: members.get(name) ?? [] }],
  )
  const sum = (of: ArrayLike<number>, columns: readonly number[]): number =>
    columns.reduce((all, one) => all + (of[one] ?? 0), 0)
  // (A'A / variance + 1 / prior) x = A'(v - A prior) / variance, by conjugate gradients.
  const multiply = (x: Float64Array): Float64Array => {
    const out = x.map((one, i) => one / ((prior[i] ?? 0) + 0.5))
    for (const { columns } of statements) {
      const part = sum(x, columns) / variance
      for (const one of columns) out[one] = (out[one] ?? 0) + part
    }
    return out
  }
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((all, one, i) => all + one * (b[i] ?? 0), 0)
  const x = new Float64Array(prior.length)
  let rest = new Float64Array(prior.length)
  for (const { value, columns } of statements) {
    const part = (value - sum(prior, columns)) / variance
    for (const one of columns) rest[one] = (rest[one] ?? 0) + part
  }
  let way = rest.slice()
  for (let step = 0; step < 200; step++) {
    const size = dot(rest, rest)
    if (size < 1e-9) break
    const moved = multiply(way)
    const length = size / dot(way, moved)
    for (const i of x.keys()) x[i] = (x[i] ?? 0) + length * (way[i] ?? 0)
    const next = rest.map((one, i) => one - length * (moved[i] ?? 0))
    const turn = dot(next, next) / size
    way = next.map((one, i) => one + turn * (way[i] ?? 0))
    rest = next
  }
  const guesses = [...cube].flatMap(([name, { n }]) => {
    const columns = members.get(name) ?? []
    if (n > 10 || shown.get(name) !== null) return []
    const byMargins = sum(prior, columns)
    return { n, guess: smallest(byMargins + sum(x, columns)), prior: smallest(byMargins) }
  })
  return judge(guesses)
}

const oneWay = (i: number, leaf: string): string =>
  nameOf(
    levels.map((own, at) => (at === i ? 0 : own.length)),
    [leaf],
  )
