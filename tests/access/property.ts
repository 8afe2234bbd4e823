import fc from 'fast-check'
import type pg from 'pg'
import { can } from '@/lib/access/can'
import { openJudge } from './agreement'
import { givenWorld, type World } from './world'

type Pair = { readonly who: number; readonly kind: 'file' | 'visit' | 'plan'; readonly index: number }

/** Every pair within reach by can() and the facts in memory; what the database says of them is the question, not the draw. */
const listWithinReach = ({ actors, files, visits, plans }: World): Pair[] =>
  actors.flatMap(({ facts }, who) => [
    ...files.flatMap((file, index): Pair[] =>
      can(facts, 'case:read', { kind: 'file', ...file }) ? [{ who, kind: 'file', index }] : [],
    ),
    ...visits.flatMap((visit, index): Pair[] =>
      can(facts, 'visit:read', { kind: 'visit', ...visit }) ? [{ who, kind: 'visit', index }] : [],
    ),
    ...plans.flatMap((plan, index): Pair[] =>
      can(facts, 'plan:read', { kind: 'plan', ...plan }) ? [{ who, kind: 'plan', index }] : [],
    ),
  ])

const drawAny = ({ actors, files, visits, plans }: World): fc.Arbitrary<Pair> => {
  const pairWith = (kind: Pair['kind'], { length }: { length: number }) =>
    fc.record({
      who: fc.nat({ max: actors.length - 1 }),
      kind: fc.constant(kind),
      index: fc.nat({ max: length - 1 }),
    })
  return fc.oneof(
    { weight: 2, arbitrary: pairWith('file', files) },
    { weight: 1, arbitrary: pairWith('visit', visits) },
    { weight: 1, arbitrary: pairWith('plan', plans) },
  )
}

/**
 * Half of the draws from what is within reach, half from everything: how much of a random organisation one colleague reaches
 * is chance, and a property that hardly ever meets a "yes" would hardly test one. Without bias, which would draw the
 * first and the last colleague over and over.
 */
const drawPair = (world: World): fc.Arbitrary<Pair> => {
  const within = listWithinReach(world)
  const any = drawAny(world)
  return fc.noBias(within.length === 0 ? any : fc.oneof(any, fc.constantFrom(...within)))
}

/** Draws colleague × file, visit or plan in random organisations; throws with a counterexample. */
export const checkAgreement = async (
  owner: pg.Client,
  superuserUrl: string,
  { worlds, draws, seed }: { worlds: number; draws: number; seed: number },
): Promise<{ reached: number; refused: number }> => {
  const total = { reached: 0, refused: 0 }
  for (let n = 0; n < worlds; n++) {
    const world = await givenWorld(owner, seed + n)
    const judge = await openJudge(owner, superuserUrl, world)
    try {
      await fc.assert(
        fc.asyncProperty(drawPair(world), async ({ who, kind, index }) => {
          const disagreements = await judge[kind](who, index)
          if (disagreements.length > 0) throw new Error(disagreements.slice(0, 4).join('\n'))
        }),
        { numRuns: Math.ceil(draws / worlds), seed: seed + n },
      )
    } finally {
      await judge.close()
    }
    total.reached += judge.tally.reached
    total.refused += judge.tally.refused
  }
  return total
}
