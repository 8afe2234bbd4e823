import { describe, expect, it } from 'vitest'
import { attacks } from '@/tests/support/attacks/attacks'

/*
 * What someone with every published table can find out. Each attack has its control: the same code, pointed at a weaker
 * protection, must succeed, or the attack proves nothing. `npm run stress -- attacks` runs them on up to 20,000 people and writes
 * docs/statistics/attacks.md.
 */
describe('of 500 people', () => {
  it.each(attacks)(
    '$name',
    async ({ run }) => {
      const { found, limit, holds } = await run(500, 21)
      expect(holds, `${found}; allowed: ${limit}`).toBe(true)
    },
    120_000,
  )
})
