import { say } from '../support/say'
import { expect, expectWorker, goOffline, LOCALES, openPalette, signInAs, test } from './fixtures'
import { databaseUrls, environment, openCluster, runProgram, workerDatabase } from './test-server'

// A country is a folder of data: once it is loaded, the palette finds its facts and a device keeps them, with no line of code.

test.use({ serviceWorkers: 'allow' })

const FOLDER = 'tests/countries/zx'
const FACT = '/countries/zx/facts/zx-applications-2034'

test(
  'a second country is found by the palette, and without a network, in four languages',
  { tag: '@sweep' },
  async ({ page, context, testServer }, info) => {
    const { cluster } = await openCluster()
    const urls = databaseUrls(cluster, workerDatabase(info.parallelIndex))
    runProgram(
      'prisma/seed/reference.ts',
      { ...environment(urls, testServer.port), MIGRATE_DATABASE_URL: urls.migrate },
      FOLDER,
    )
    await cluster.release()
    await signInAs(page, testServer, 'caseworker')
    await page.goto('/countries/zx/protection')
    const line = await openPalette(page)
    await line.fill('inventword')
    await page
      .getByRole('option')
      .filter({ hasText: say('countries.units.applications', { count: 300, figure: '300' }) })
      .click()
    await expect(page).toHaveURL(new RegExp(`${FACT}$`))
    await expect(
      page.getByText(say('countries.units.applications', { count: 300, figure: '300' })).first(),
    ).toBeVisible()

    // The first one is at hand beside it, as everywhere.
    await (await openPalette(page)).fill('recogn')
    await expect(page.getByRole('option').filter({ hasText: '36.9' }).first()).toBeVisible()
    await page.keyboard.press('Escape')

    await expect
      .poll(() => page.evaluate(async () => Boolean(await caches.match('/countries/zx/kept.json'))))
      .toBe(true)
    await expectWorker(page)
    await goOffline(context)
    await page.goto('/countries/zx/facts')
    for (const locale of LOCALES) {
      await page.locator(`button[lang=${locale}]`).click()
      await page.getByRole('searchbox').fill('inventword')
      await expect(
        page.getByRole('listitem').filter({ hasText: `Invented zx-applications-2034 (${locale})` }),
      ).toBeVisible()
      await expect(page.getByText('Belg')).toHaveCount(0)
    }
    await context.setOffline(false)
  },
)
