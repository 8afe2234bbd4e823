import { afterAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { drawn, SEED } from '../support/sweep'
import { checkAgreement } from './property'

afterAll(disconnect)

describe('can, scope and row-level security', () => {
  it('say the same of each draw of colleague × file, visit or plan, with every row that hangs on it', async () => {
    const owner = await openSuperuser()
    const { reached, refused } = await checkAgreement(owner, urls.superuser, {
      worlds: 2,
      draws: drawn(40, 2400),
      seed: SEED,
    })
    await owner.end()
    // Half of the draws are within reach on purpose, and most of the others are not: far from either bound.
    expect(reached).toBeGreaterThan(drawn(10, 800))
    expect(refused).toBeGreaterThan(drawn(5, 400))
  })
})
