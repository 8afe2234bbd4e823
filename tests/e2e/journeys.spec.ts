import { signInAs, test } from './fixtures'
import { releaseFigures } from './journeys/figures'
import { writeVisitDay } from './journeys/visit-day'
import { WALKS, walkerOn } from './journeys/walker'
import { answerWorry, handOver } from './journeys/worry'

// With the worker of the application: what it keeps is looked at after each (fixtures.ts).
test.use({ serviceWorkers: 'allow' })

// A trace would take a picture of the page at every key.
test.use({ trace: 'off' })

// Each walk may be another worker's.
test.describe.configure({ mode: 'parallel' })

// One keyboard, no mouse. In order, because the signal that the caseworker notes is the one their coordinator answers.
for (const { locale, screen } of WALKS)
  test.describe(`by keyboard alone, in ${locale}, ${screen.width} wide`, () => {
    test.describe.configure({ mode: 'serial', timeout: 180_000 })
    test.use({ viewport: screen })
    const mark = `(${locale}, ${screen.width})`

    test('a caseworker writes down a visit day', async ({ page, testServer }) => {
      await signInAs(page, testServer, 'caseworker', locale)
      await page.goto('/')
      await writeVisitDay(walkerOn(page, locale), mark)
    })

    test('a coordinator answers the worry and hands a file over', { tag: '@sweep' }, async ({
      page,
      testServer,
    }) => {
      await signInAs(page, testServer, 'coordinator', locale)
      await page.goto('/')
      const walker = walkerOn(page, locale)
      await answerWorry(walker, mark)
      await handOver(walker, mark)
    })

    test('an admin releases the figures of a closed quarter', { tag: '@sweep' }, async ({
      page,
      testServer,
    }) => {
      await signInAs(page, testServer, 'admin', locale)
      await page.goto('/')
      await releaseFigures(walkerOn(page, locale), testServer.db)
    })
  })
