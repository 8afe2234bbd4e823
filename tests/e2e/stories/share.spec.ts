import type { Page } from '@playwright/test'
import { saidAs, say, starting } from '../../support/say'
import { drawn } from '../../support/sweep'
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from '../fixtures'

// A link as anyone who gets it sees it: it opens with the code, as often as was said, and once it is over for whatever reason, its page
// is the one that a wrong code gets. The receiver has no account and needs no script.

/** Opened once, of the three times that were allowed: all that comes before the moment. */
const [OPENED = ''] = say('referrals.share.opened', { count: 1, of: 3, when: '|' }).split('|')

type TestServer = Parameters<typeof signInAs>[1]

/** A sheet that was told by telephone, in the file kept apart of the demo. */
const openSheet = async (page: Page, testServer: TestServer) => {
  const { rows } = await testServer.db.query<{ code: string; id: string }>(
    'SELECT f.code, f.id FROM case_file f WHERE EXISTS (SELECT FROM trafficking_account a WHERE a.case_id = f.id) LIMIT 1',
  )
  const [file] = rows
  if (file === undefined) throw new Error('the demo keeps no file apart')
  await page.goto(`/cases/${file.code}/referrals?file=${file.id}`)
  return page.getByRole('article', { name: say('referrals.referralTo', { to: 'PAG-ASA' }) })
}

const ENDS: Readonly<Record<string, (page: Page, testServer: TestServer) => Promise<void>>> = {
  'its last second is over': async (_, testServer) => {
    await testServer.db.query('UPDATE referral_share SET expires_at = now()')
  },
  'it was closed by hand': async (page, testServer) => {
    const referral = await openSheet(page, testServer)
    await referral
      .getByRole('button', { name: starting(say('referrals.share.close')) })
      .first()
      .click()
    await expect(
      referral.getByText(say('referrals.share.closedBy', { name: 'Casimir Caseworker' })).first(),
    ).toBeVisible()
  },
}

for (const [why, end] of Object.entries(ENDS).slice(0, drawn(1, Infinity)))
  test(`a shared sheet opens with its code, is counted, and is gone once ${why}`, async ({
    page,
    testServer,
    browser,
  }) => {
    await signInAs(page, testServer, 'caseworker')
    const referral = await openSheet(page, testServer)
    const fold = referral.locator('details').filter({ hasText: say('referrals.share.new') })
    await fold.locator('summary').click()
    await fold.getByLabel(say('referrals.share.openings')).selectOption('3')
    await fold.getByLabel(say('referrals.groundLabel')).selectOption('vital_interest')
    await fold.getByLabel(say('referrals.share.words')).fill('Invented: in danger tonight.')
    await fold.getByRole('button', { name: say('referrals.share.make') }).click()
    const link = await fold.getByLabel(say('referrals.share.link', { to: 'PAG-ASA' })).inputValue()
    const code = (await fold.locator('[data-share="code"]').textContent()) ?? ''

    const outside = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      baseURL: testServer.url,
    })
    const theirs = await outside.newPage()
    const open = async (typed: string) => {
      await theirs.goto(`${link}?l=en`)
      await theirs.getByLabel(say('referrals.outside.code'), { exact: true }).fill(typed)
      await theirs.getByRole('button', { name: say('referrals.outside.open'), exact: true }).click()
    }
    await open('0000 0000')
    await expect(theirs.getByRole('alert')).toContainText(say('referrals.outside.refused'))
    await theirs.waitForLoadState()
    const refused = await theirs.content()
    await open(code)
    await expect(
      theirs.getByText(saidAs('referrals.outside.opened', { opening: '1', openings: '3' })),
    ).toBeVisible()
    await expectNoSidewaysScroll(theirs)
    await page.reload()
    await expect(referral.getByText(OPENED).first()).toBeVisible()
    await expect(referral.getByText(say('referrals.share.missed', { count: 1 })).first()).toBeVisible()

    await end(page, testServer)
    await open(code)
    await expect(theirs.getByRole('alert')).toBeVisible()
    await theirs.waitForLoadState()
    expect(await theirs.content()).toBe(refused)
    await page.reload()
    await expect(referral.getByText(OPENED).first()).toBeVisible()
    await expectAccessible(page)
    await outside.close()
  })
