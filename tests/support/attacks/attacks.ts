import { checkPopulation, type Profile, partnerPolicy, publicPolicy } from '@/lib/statistics/disclosure.rules'
import { givenPopulation, givenRandom } from '../given/population'
import { type Averaged, average, weigh } from './averaging'
import { type Cube, countAll, masked, nhs, ours, toPoints } from './cube'
import { codes, knowOwn, nameGroups, release, releaseExact, repeat, solveAll } from './linear'
import { linkRows, rebuild } from './rows'
import { findNewcomers, rememberUniform } from './time'

/** What an attack found in words, what it may find, and whether that held. Of a control, holds says that it succeeded. */
export type Outcome = { found: string; limit: string; holds: boolean }
export type Attack = { name: string; isControl: boolean; run: (n: number, seed: number) => Promise<Outcome> }

const key = new Uint8Array(32).fill(5)
const people = (n: number, seed: number) => givenPopulation(n, seed, key)
const persons = (n: number, seed: number) => people(n, seed).filter((one) => one.unit === 'person')
const u = rememberUniform(key)

function gain({ hits, blind, reached }: Averaged, points: number): Outcome {
  const found = `${toPoints(hits)} % of ${reached} right, ${toPoints(blind)} % by guessing`
  return {
    found,
    limit: `at most ${points} points more`,
    holds: reached === 0 || hits <= blind + points / 100,
  }
}

/** Tables of too few people are not crossed: of five hundred there is no more than one dimension to average over. */
function released(cube: Cube, n: number): Cube {
  const verdict = checkPopulation(Math.floor(n / 5) * 5, partnerPolicy)
  const isCrossed = (name: string): boolean => name.includes('|')
  return new Map([...cube].filter(([name]) => verdict === 'enough' || !isCrossed(name)))
}

/** Released once for all attacks that look at it. */
const gated = new Map<string, ReturnType<typeof release>>()
function releaseAll(n: number, seed: number, profile: Profile): ReturnType<typeof release> {
  const name = `${n} ${seed} ${profile}`
  const known = gated.get(name) ?? release(people(n, seed), codes[profile])
  gated.set(name, known)
  return known
}

async function solve(n: number, seed: number, profile: Profile): Promise<Outcome> {
  const { cells, exact, narrow } = await solveAll(await releaseAll(n, seed, profile), 5)
  const isPublic = profile === 'public'
  return {
    found: `of ${cells} small cells ${exact} exact, ${narrow} narrower than 5`,
    limit: isPublic ? 'none of either' : 'none exact',
    holds: exact === 0 && (!isPublic || narrow === 0),
  }
}

/** At every size: of a dozen people, two who are missed already make five points. */
const newcomers = 40

const time = (
  n: number,
  seed: number,
  isLive: boolean,
  printerOf = (own: Uint8Array) => ours(publicPolicy, rememberUniform(own)),
) => findNewcomers(people(n, seed), printerOf, isLive, newcomers)

/** Sizes at which a figure is promised stand in the design; every attack runs at every size. */
export const attacks: readonly Attack[] = [
  {
    name: 'All public tables as one linear program',
    isControl: false,
    run: (n, seed) => solve(n, seed, 'public'),
  },
  {
    name: 'A partner’s tables as one linear program',
    isControl: false,
    run: (n, seed) => solve(n, seed, 'partner'),
  },
  {
    name: 'The same against a mask below eleven (control)',
    isControl: true,
    run: async (n, seed) => {
      const { cells, exact } = await solveAll(releaseExact(people(n, seed), codes.public), 5)
      return { found: `of ${cells} small cells ${exact} exact`, limit: 'some', holds: exact > 0 }
    },
  },
  {
    name: 'Averaging over all public tables',
    isControl: false,
    run: async (n, seed) => gain(average(countAll(persons(n, seed)), ours(publicPolicy, u)), 5),
  },
  {
    name: 'Least squares over all public tables',
    isControl: false,
    run: async (n, seed) => gain(weigh(countAll(persons(n, seed)), ours(publicPolicy, u), 16.5), 5),
  },
  {
    name: 'Averaging over all of a partner’s tables',
    isControl: false,
    run: async (n, seed) => gain(average(released(countAll(persons(n, seed)), n), ours(partnerPolicy, u)), 7),
  },
  {
    name: 'Averaging where numbers are only masked (control)',
    isControl: true,
    run: async (n, seed) => {
      const { hits, reached } = average(countAll(persons(n, seed)), masked)
      return { found: `${toPoints(hits)} % of ${reached} right`, limit: 'more than 95 %', holds: hits > 0.95 }
    },
  },
  {
    name: 'A newcomer between two snapshots',
    isControl: false,
    run: async (n, seed) => {
      const { hits, blind, tries } = time(n, seed, false)
      const found = `${toPoints(hits)} % of ${tries} attributes, ${toPoints(blind)} % by guessing`
      return { found, limit: 'at most 5 points more', holds: hits <= blind + 0.05 }
    },
  },
  {
    name: 'A newcomer when tables are made from living rows (control)',
    isControl: true,
    run: async (n, seed) => {
      const { hits, blind, tries } = time(n, seed, true)
      const isLarge = n >= 5000
      return {
        found: `${toPoints(hits)} % of ${tries} attributes, ${toPoints(blind)} % by guessing`,
        limit: isLarge ? 'more than 95 %' : 'at least 15 points more',
        holds: isLarge ? hits > 0.95 : hits >= blind + 0.15,
      }
    },
  },
  {
    name: 'A newcomer under the rule of the NHS, from living rows (control)',
    isControl: true,
    run: async (n, seed) => {
      const { hits, blind } = time(n, seed, true, () => nhs)
      return {
        found: `${toPoints(hits)} %, ${toPoints(blind)} % by guessing`,
        limit: 'more than 5 points more',
        holds: hits > blind + 0.05,
      }
    },
  },
  {
    name: 'Somebody takes herself and her household out',
    isControl: false,
    run: async (n, seed) => {
      const found = await knowOwn(await releaseAll(n, seed, 'public'))
      return {
        found: `${found} cells closer than their width less what she knows`,
        limit: 'none',
        holds: found === 0,
      }
    },
  },
  {
    name: 'A topic or a signal of everybody in a group',
    isControl: false,
    run: async (n, seed) => {
      const found = nameGroups(people(n, seed))
      return { found: `${found} groups`, limit: 'none', holds: found === 0 }
    },
  },
  {
    name: 'One question ten thousand times, rows in another order',
    isControl: false,
    run: async (n, seed) => {
      const answers = repeat(people(n, seed), 10_000, givenRandom(seed))
      return { found: `${answers} answers`, limit: 'one', holds: answers === 1 }
    },
  },
  ...[11, 5].map(
    (k): Attack => ({
      name: `Linking rows of single people in classes of ${k}`,
      isControl: false,
      run: async (n, seed) => {
        const { most, mean, kept } = linkRows(people(n, seed), k)
        return {
          found: `at most 1 in ${Math.round(1 / most)}, 1 in ${Math.round(1 / mean)} on average, ${toPoints(kept)} % of rows kept`,
          limit: `1 in ${k}, 1 in ${2 * k} on average`,
          holds: kept >= 0.95 && most <= 1 / k && mean <= 1 / (2 * k),
        }
      },
    }),
  ),
  {
    name: 'Rebuilding a table by integer programming',
    isControl: false,
    run: async (n, seed) => {
      const { right, prior, cells } = await rebuild(people(n, seed))
      return {
        found: `${toPoints(right)} % of ${cells} cells, ${toPoints(prior)} % from the margins alone`,
        limit: 'at most 5 points more',
        holds: right <= prior + 0.05,
      }
    },
  },
]
