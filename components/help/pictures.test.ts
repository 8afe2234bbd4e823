import { statSync } from 'node:fs'
import { expect, it } from 'vitest'

it('all pictures of the help weigh no more than one small photograph of a button', () => {
  expect(statSync('components/help/pictures.tsx').size).toBeLessThanOrEqual(6_000)
})
