import { signInAs, test } from './fixtures'
import { recordHungerStrike, recordProcedure, referTrafficking, reportMinor } from './journeys/procedure'
import { WALKS, walkerOn } from './journeys/walker'

// With the worker of the application: what it keeps is looked at after each (fixtures.ts).
test.use({ serviceWorkers: 'allow' })

// An organisation of its own, because what is written here would stand first on the screens of the other journeys.
for (const { locale, screen } of WALKS)
  test.describe(`by keyboard alone, in ${locale}, ${screen.width} wide`, () => {
    test.use({ viewport: screen })

    test('a caseworker records a procedure and a hunger strike', { tag: '@sweep' }, async ({
      page,
      testServer,
    }) => {
      test.setTimeout(120_000)
      await signInAs(page, testServer, 'caseworker', locale)
      const walker = walkerOn(page, locale)
      await recordProcedure(walker, testServer.db)
      await recordHungerStrike(walker, testServer.db)
    })

    test('a caseworker refers someone to a centre for victims', { tag: '@sweep' }, async ({
      page,
      testServer,
    }) => {
      test.setTimeout(120_000)
      await signInAs(page, testServer, 'caseworker', locale)
      await referTrafficking(walkerOn(page, locale))
    })

    test('a caseworker reports a minor', async ({ page, testServer }) => {
      test.setTimeout(120_000)
      await signInAs(page, testServer, 'caseworker', locale)
      await reportMinor(walkerOn(page, locale))
    })
  })
