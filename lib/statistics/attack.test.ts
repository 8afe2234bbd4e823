import { describe, expect, it } from 'vitest'
import { attacks } from '@/tests/support/attacks/attacks'

/*
 * What somebody with every published table can find out. Each attack has its control: the same code, pointed at a weaker
 * protection, must succeed, or the attack proves nothing. `npm run stress -- attacks` runs them on more people and writes
 * docs/statistics/attacks.md.
 */
describe.each([500, 5000])('of %i people', (n) => {
  it.each(attacks)(
    '$name',
    async ({ run }) => {
      const { found, limit, holds } = await run(n, 21)
      expect(holds, `${found}; allowed: ${limit}`).toBe(true)
    },
    120_000,
  )
})
