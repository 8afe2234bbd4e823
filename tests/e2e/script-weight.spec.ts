import { expect, test } from '@playwright/test'
import { MOST, weigh } from '../../scripts/bench/weights'

/** What Next brings to an empty page beside its frame, in bytes, gzipped: npm run bench builds one and weighs it. */
const AROUND_EMPTY = 3_300

test('no route brings more script than a visitor on an old phone can wait for', () => {
  const { frame, routes } = weigh(process.env.NEXT_DIST_DIR ?? '.next')
  const ours = [...routes].filter(([route]) => !route.startsWith('/_'))
  expect(ours.map(([route]) => route)).toEqual(expect.arrayContaining(['/', '/sign-in', '/detention/new']))
  const above = ours.map(([route, weight]) => ({ route, above: weight - frame - AROUND_EMPTY }))
  expect(above.filter((one) => one.above > MOST)).toEqual([])
})
