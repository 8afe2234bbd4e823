import type { Browser, Locator, Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, test } from '../fixtures'

// Whatever is typed in the rooms where a lost word costs most is there again, and of two who write about one thing none is lost.

type House = Parameters<typeof signInAs>[1]
const TYPED = 'Invented: she speaks of the house on the hill, ask again on Thursday.'
const endSessions = (house: House) =>
  house.db.query(
    "UPDATE session SET revoked_at = now() FROM staff s WHERE s.id = staff_id AND s.name = 'Casimir Caseworker'",
  )

type Row = { readonly code: string; readonly id: string }
const fileWith = async (house: House, condition: string): Promise<Row> => {
  const { rows } = await house.db.query<Row>(
    `SELECT f.code, f.id FROM case_file f WHERE EXISTS (SELECT FROM staff s
       LEFT JOIN case_member m ON m.staff_id = s.id AND m.case_id = f.id
      WHERE s.name = 'Casimir Caseworker' AND (m.id IS NOT NULL OR (f.secrecy = 'open' AND f.worker_id = s.id))) AND ${condition} LIMIT 1`,
  )
  const [file] = rows
  if (file === undefined) throw new Error('the demo holds no such file')
  return file
}
const GUARDED = `EXISTS (SELECT FROM guardianship_event g WHERE g.case_id = f.id AND g.kind = 'placed')`
const APART = 'EXISTS (SELECT FROM trafficking_account a WHERE a.case_id = f.id)'

const goTo = async (page: Page, { code, id }: Row, part: string): Promise<void> => {
  await page.goto(`/cases/${code}/${part}?file=${id}`)
  await expect(page.locator('h1')).toBeVisible()
}
const unfold = (page: Page): Promise<void> =>
  page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })

/** Where somebody writes in each of these rooms. */
const ROOMS: Readonly<
  Record<string, { readonly of: string; readonly field: (page: Page, file: Row) => Promise<Locator> }>
> = {
  contacts: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'contacts')
      await unfold(page)
      return page.getByRole('region', { name: 'A way to reach the person' }).getByLabel('Anything else')
    },
  },
  consents: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'consents')
      await unfold(page)
      return page.getByRole('region', { name: 'Write down an answer' }).getByLabel('In words')
    },
  },
  referrals: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'referrals')
      await unfold(page)
      return page.getByLabel('What do we ask?').last()
    },
  },
  guardianship: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'guardianship')
      const record = page.locator('#record')
      await record.getByLabel('What happened?').selectOption('Doubt about the age')
      await record.getByRole('button', { name: 'Continue' }).click()
      return record.locator('textarea').last()
    },
  },
  trafficking: {
    of: APART,
    field: async (page, file) => {
      await goTo(page, file, 'trafficking')
      return page.getByLabel('What the person says')
    },
  },
}

for (const [room, { of, field }] of Object.entries(ROOMS))
  test(`${room}: what was typed is there again after the session ended and the window died`, async ({
    page,
    house,
  }) => {
    const file = await fileWith(house, of)
    await signInAs(page, house, 'caseworker')
    const text = await field(page, file)
    await text.fill(TYPED)
    await expect(page.getByText(/^Kept on this device .+ encrypted$/).first()).toBeVisible()
    const context = page.context()
    await endSessions(house)
    await page.close()
    const next = await context.newPage()
    await signInAs(next, house, 'caseworker')
    const again = await field(next, file)
    await next.getByRole('button', { name: 'Keep', exact: true }).first().click()
    await expect(again).toHaveValue(TYPED)
  })

/** A second colleague, on a device of her own. */
const openOther = async (browser: Browser, house: House): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: house.url })).newPage()
  await signInAs(page, house, 'coordinator')
  return page
}

test('two who change how somebody is reached: the second sees the first, and loses nothing', async ({
  page,
  house,
  browser,
}) => {
  const file = await fileWith(house, GUARDED)
  await signInAs(page, house, 'caseworker')
  const other = await openOther(browser, house)
  const open = async (who: Page) => {
    await goTo(who, file, 'contacts')
    await unfold(who)
    return who.getByRole('main').locator('form').filter({ hasText: 'When it is safe' }).first()
  }
  const [hers, his] = [await open(other), await open(page)]
  await hers.getByLabel('When it is safe').fill('after eight')
  await his.getByLabel('When it is safe').fill('before noon')
  await hers.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('safe: after eight').first()).toBeVisible()
  await his.getByRole('button', { name: 'Save', exact: true }).click()
  const conflict = page.getByRole('alert', { name: 'Somebody changed this while you were writing' })
  await expect(conflict).toContainText('after eight')
  await expectAccessible(page)
  await conflict.getByRole('radio', { name: 'Keep mine' }).first().check()
  await conflict.getByRole('button', { name: 'Save this' }).click()
  await expect(page.getByText('safe: before noon').first()).toBeVisible()
  await expect(page.getByText('What stood here before')).toBeVisible()
  await other.context().close()
})

test('two who correct one row of a guardianship: the second is told, and her words stand', async ({
  page,
  house,
  browser,
}) => {
  const file = await fileWith(house, GUARDED)
  await signInAs(page, house, 'caseworker')
  const other = await openOther(browser, house)
  const open = async (who: Page) => {
    await goTo(who, file, 'guardianship')
    await who
      .getByRole('article')
      .or(who.getByRole('listitem'))
      .filter({ hasText: 'Gudrun' })
      .getByRole('link', { name: /^Correct/ })
      .first()
      .click()
    const record = who.locator('#record')
    await expect(record.getByLabel('Name of the guardian')).toHaveValue('Gudrun Inventée')
    return record
  }
  const [hers, his] = [await open(other), await open(page)]
  await hers.getByLabel('Telephone').fill('0400 00 00 21')
  await his.getByLabel('Telephone').fill('0400 00 00 22')
  await hers.getByRole('button', { name: 'Record it' }).click()
  await expect(other.getByText('0400 00 00 21').first()).toBeVisible()
  await his.getByRole('button', { name: 'Record it' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(his.getByLabel('Telephone')).toHaveValue('0400 00 00 22')
  await other.context().close()
})
