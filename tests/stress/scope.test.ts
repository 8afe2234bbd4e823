import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkAgreement } from '../access/property'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

it('can, scope and row-level security agree on 10,000 draws', async () => {
  const owner = await openSuperuser()
  const seed = randomInt(2 ** 30)
  const { reached, refused } = await checkAgreement(owner, urls.superuser, {
    worlds: 10,
    draws: 10_000,
    seed,
  })
  await owner.end()
  console.log(`agreement: ${reached} draws within reach, ${refused} out of reach, seed ${seed}`)
  expect(reached).toBeGreaterThan(4000)
  expect(refused).toBeGreaterThan(2000)
  expect(reached + refused).toBeGreaterThanOrEqual(10_000)
})
