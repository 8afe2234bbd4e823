import { describe, expect, it } from 'vitest'
import { type GivenRecord, givenDomains, givenPopulation, toAtoms } from '@/tests/support/given/population'
import { cellKey, tabulate } from './cube.rules'
import { type Policy, partnerPolicy, publicPolicy, roundRandomly } from './disclosure.rules'
import { hierarchyOf, type Level } from './hierarchy.rules'
import { measures } from './measure.rules'
import { toUniform } from './snapshot-key'

/*
 * Somebody holds every table of every level and works out each withheld cell in all ways there are: a wider cell minus its
 * printed siblings. The ways are averaged, the surer ones counting more.
 */
const key = new Uint8Array(32).fill(5)
const asked = ['centre', 'nationality', 'age'] as const
const levels = asked.map((one) => hierarchyOf(one, givenDomains).levels)

type Cube = { truth: ReadonlyMap<string, number>; keys: ReadonlyMap<string, number> }
const nameOf = (grain: readonly number[], nodes: readonly string[]): string =>
  `${grain.join()}/${cellKey(nodes)}`
const at = (dimension: number, grain: number): Level | undefined => levels[dimension]?.[grain]

function count(records: readonly GivenRecord[]): Cube {
  const atoms = toAtoms(records, measures.peopleByCentre, asked).persons
  const truth = new Map<string, number>()
  const keys = new Map<string, number>()
  const grains = levels.reduce<number[][]>(
    (all, own) => all.flatMap((one) => Array.from({ length: own.length + 1 }, (_, i) => [...one, i])),
    [[]],
  )
  for (const grain of grains) {
    const kept = grain.flatMap((own, i) => {
      const level = at(i, own)
      return level ? [{ level, i }] : []
    })
    const counts = tabulate(
      kept.map(({ level }) => ({ nodeOf: level.nodeOf, nodes: [] })),
      atoms.map((atom) => ({ ...atom, leaves: kept.map(({ i }) => atom.leaves[i] ?? []) })),
      [],
    )
    for (const [cell, one] of counts) {
      const nodes = cell === '' ? [] : cell.split('|')
      if (nodes.includes('total')) continue
      truth.set(nameOf(grain, nodes), one.persons)
      keys.set(nameOf(grain, nodes), one.key)
    }
  }
  return { truth, keys }
}

/** Of withheld cells with at most ten people that can be worked out: how many are right, and how many the commonest guess. */
function average(cube: Cube, shownAs: (n: number, key: number) => number | null) {
  const shown = new Map(
    [...cube.truth].map(([name, n]): [string, number | null] => [name, shownAs(n, cube.keys.get(name) ?? 0)]),
  )
  const guesses: { n: number; guess: number }[] = []
  for (const [name, n] of cube.truth) {
    if (n > 10 || shown.get(name) !== null) continue
    const [grainWord = '', cell = ''] = name.split('/')
    const grain = grainWord.split(',').map(Number)
    const present = grain.flatMap((own, i) => (at(i, own) ? i : []))
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
    if (weight > 0) guesses.push({ n, guess: Math.max(1, Math.min(10, Math.round(sum / weight))) })
  }
  const times = new Map<number, number>()
  for (const { n } of guesses) times.set(n, (times.get(n) ?? 0) + 1)
  const share = (right: number): number => (guesses.length === 0 ? 0 : right / guesses.length)
  return {
    reached: guesses.length,
    hits: share(guesses.filter(({ n, guess }) => n === guess).length),
    blind: share(Math.max(0, ...times.values())),
  }
}

function workOut(
  shown: ReadonlyMap<string, number | null>,
  grain: readonly number[],
  nodes: ReadonlyMap<number, string>,
  i: number,
  wider: number,
): { estimate: number; terms: number } | null {
  const own = at(i, grain[i] ?? 0)
  const above = at(i, wider)
  if (!own) return null
  const parentOf = new Map<string, string>()
  for (const [leaf, node] of own.nodeOf) parentOf.set(node, above?.nodeOf.get(leaf) ?? '')
  const parent = parentOf.get(nodes.get(i) ?? '') ?? ''
  const lookUp = (node: string | null, own: readonly number[]): number | null | undefined => {
    const all = [...nodes].flatMap(([j, value]) => (j !== i ? value : node === null ? [] : node))
    return shown.get(nameOf(own, all))
  }
  const whole = lookUp(
    above ? parent : null,
    grain.map((one, j) => (j === i ? wider : one)),
  )
  if (whole === null || whole === undefined) return null
  let estimate = whole
  let terms = 1
  for (const [node, own] of parentOf) {
    if (own !== parent || node === nodes.get(i)) continue
    const sibling = lookUp(node, grain)
    // Nobody there: in no table, and known to be nobody, which helps the attacker.
    if (sibling === undefined) continue
    if (sibling === null) return null
    estimate -= sibling
    terms += 1
  }
  return { estimate, terms }
}

const u = toUniform(key)
const rounded =
  (policy: Policy) =>
  (n: number, cell: number): number | null => {
    const v = roundRandomly(n, policy.base, u(cell))
    return v >= policy.threshold ? v : null
  }

describe('averaging over every table there is', () => {
  const cubes = [500, 5000].map((n) => ({ n, cube: count(givenPopulation(n, 61, key)) }))

  it.each(cubes)('gains nothing over guessing from public figures of $n people', ({ cube }) => {
    const { hits, blind, reached } = average(cube, rounded(publicPolicy))
    expect(reached).toBeGreaterThan(0)
    expect(hits).toBeLessThanOrEqual(blind + 0.05)
  })

  it.each(cubes)('gains little from a partner’s figures of $n people', ({ cube }) => {
    const { hits, blind } = average(cube, rounded(partnerPolicy))
    expect(hits).toBeLessThanOrEqual(blind + 0.07)
  })

  it.each(cubes)('succeeds where numbers are only masked (control: $n people)', ({ cube }) => {
    const { hits } = average(cube, (n) => (n >= 11 ? n : null))
    expect(hits).toBeGreaterThan(0.95)
  })
})
