import { expect, it } from 'vitest'
import { toSignStyles, toSprite } from './signs'

// `npx vitest run -u components/ui/signs.test.ts` writes both again after a change of the table.
it('draws each sign of the table', async () => {
  await expect(toSprite()).toMatchFileSnapshot('../../app/signs.svg')
  await expect(toSignStyles()).toMatchFileSnapshot('../../app/signs.css')
})
