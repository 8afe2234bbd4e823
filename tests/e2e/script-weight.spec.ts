import { createRequire } from 'node:module'
import { EMPTY_PAGE, MOST, weigh } from '../../scripts/bench/weights'
import { expect, signInAs, test } from './fixtures'

test('no route brings more script than a visitor on an old phone can wait for', () => {
  // Of another Next the empty page weighs something else: npm run bench builds one, weighs it and says what to write there.
  expect(createRequire(import.meta.url)('next/package.json')).toMatchObject({ version: EMPTY_PAGE.next })
  const ours = [...weigh(process.env.NEXT_DIST_DIR ?? '.next')].filter(([route]) => !route.startsWith('/_'))
  expect(ours.map(([route]) => route)).toEqual(expect.arrayContaining(['/', '/sign-in', '/detention/new']))
  const above = ours.map(([route, weight]) => ({ route, above: weight - EMPTY_PAGE.bytes }))
  expect(above.filter((one) => one.above > MOST)).toEqual([])
})

/** Half of what each weighed in the demo on 27 November 2026 (docs/adr/0033), in bytes. */
const HALF = { '/': 85_700, '/cases': 151_000, '/planning': 127_000 } as const

test('the first page, the caseload and the planner weigh at most half of what they did', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  const weights: Record<string, number> = {}
  for (const path of Object.keys(HALF)) {
    const answer = await page.request.get(testServer.url + path)
    expect(answer.status()).toBe(200)
    weights[path] = (await answer.body()).length
  }
  console.log(JSON.stringify(weights))
  expect(Object.entries(HALF).filter(([path, most]) => (weights[path] ?? 0) > most)).toEqual([])
})
