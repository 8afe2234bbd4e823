import fc from 'fast-check'
import type pg from 'pg'
import { openJudge } from './agreement'
import { givenWorld } from './world'

/** Draws actor × file (two thirds) and actor × visit in random houses; throws with a counterexample. */
export const checkAgreement = async (
  owner: pg.Client,
  superuserUrl: string,
  { worlds, draws, seed }: { worlds: number; draws: number; seed: number },
): Promise<{ reached: number; refused: number }> => {
  const total = { reached: 0, refused: 0 }
  for (let n = 0; n < worlds; n++) {
    const world = await givenWorld(owner, seed + n)
    const judge = await openJudge(owner, superuserUrl, world)
    const actor = fc.nat({ max: world.actors.length - 1 })
    const subject = fc.oneof(
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('file' as const),
          index: fc.nat({ max: world.files.length - 1 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('visit' as const),
          index: fc.nat({ max: world.visits.length - 1 }),
        }),
      },
    )
    try {
      await fc.assert(
        fc.asyncProperty(actor, subject, async (who, { kind, index }) => {
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
