import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { EMPTY_PAGE, MOST, weigh } from '../../scripts/bench/weights'

test('no route brings more script than a visitor on an old phone can wait for', () => {
  // Of another Next the empty page weighs something else: npm run bench builds one, weighs it and says what to write there.
  expect(createRequire(import.meta.url)('next/package.json')).toMatchObject({ version: EMPTY_PAGE.next })
  const ours = [...weigh(process.env.NEXT_DIST_DIR ?? '.next')].filter(([route]) => !route.startsWith('/_'))
  expect(ours.map(([route]) => route)).toEqual(expect.arrayContaining(['/', '/sign-in', '/detention/new']))
  const above = ours.map(([route, weight]) => ({ route, above: weight - EMPTY_PAGE.bytes }))
  expect(above.filter((one) => one.above > MOST)).toEqual([])
})
