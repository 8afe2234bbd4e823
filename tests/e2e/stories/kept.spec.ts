import type { Browser, Locator, Page } from '@playwright/test'
import { saidAs, say, starting } from '../../support/say'
import { drawn } from '../../support/sweep'
import { openTools } from '../file-pages'
import { type DemoPerson, expect, expectAccessible, signInAs, test, unfoldAll } from '../fixtures'

// Whatever is typed in the rooms where a lost word costs most is there again, and of two who write about one thing none is lost.

type TestServer = Parameters<typeof signInAs>[1]
const TYPED = 'Invented: she speaks of the house on the hill, ask again on Thursday.'
const endSessions = (testServer: TestServer) =>
  testServer.db.query(
    "UPDATE session SET revoked_at = now() FROM staff s WHERE s.id = staff_id AND s.name = 'Casimir Caseworker'",
  )

type Row = { readonly code: string; readonly id: string }
const fileWith = async (testServer: TestServer, condition: string): Promise<Row> => {
  const { rows } = await testServer.db.query<Row>(
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

/** Where someone writes in each of these rooms. */
const ROOMS: Readonly<
  Record<string, { readonly of: string; readonly field: (page: Page, file: Row) => Promise<Locator> }>
> = {
  contacts: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'contacts')
      await unfoldAll(page)
      return page.getByRole('region', { name: say('contacts.new') }).getByLabel(say('contacts.field.words'))
    },
  },
  consents: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'consents')
      await unfoldAll(page)
      return page.getByRole('region', { name: say('consents.new') }).getByLabel(say('consents.fields.words'))
    },
  },
  referrals: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'referrals')
      await unfoldAll(page)
      return page.getByLabel(say('referrals.asked')).last()
    },
  },
  guardianship: {
    of: GUARDED,
    field: async (page, file) => {
      await goTo(page, file, 'guardianship')
      const record = page.locator('#record')
      await record
        .getByLabel(say('guardianship.chooseKind'))
        .selectOption(say('guardianship.kind.age_doubted'))
      await record.getByRole('button', { name: say('guardianship.goOn') }).click()
      return record.locator('textarea').last()
    },
  },
  trafficking: {
    of: APART,
    field: async (page, file) => {
      await goTo(page, file, 'trafficking')
      await page.getByRole('link', { name: starting(say('trafficking.part.choice')) }).click()
      return page.getByLabel(say('trafficking.words'))
    },
  },
}

for (const [room, { of, field }] of Object.entries(ROOMS).slice(0, drawn(1, Infinity)))
  test(`${room}: what was typed is there again after the session ended and the window died`, async ({
    page,
    testServer,
  }) => {
    const file = await fileWith(testServer, of)
    await signInAs(page, testServer, 'caseworker')
    const text = await field(page, file)
    await text.fill(TYPED)
    await expect(page.getByText(saidAs('forms.draftSaved')).first()).toBeVisible()
    const context = page.context()
    await endSessions(testServer)
    await page.close()
    const next = await context.newPage()
    await signInAs(next, testServer, 'caseworker')
    const again = await field(next, file)
    await next
      .getByRole('button', { name: say('forms.draftKeep'), exact: true })
      .first()
      .click()
    await expect(again).toHaveValue(TYPED)
  })

/** A second colleague, on a device of their own. */
const openOther = async (browser: Browser, testServer: TestServer, as: DemoPerson): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: testServer.url })).newPage()
  await signInAs(page, testServer, as)
  return page
}

type Together = {
  readonly of: string
  /** Who else works in that file. */
  readonly other: DemoPerson
  /** The form as both open it, before either has written. */
  readonly open: (page: Page, file: Row) => Promise<Locator>
  readonly field: string
  readonly save: string
  /** Waits until words that were saved stand on the page. */
  readonly saved: (page: Page, words: string) => Promise<void>
  /** The second chooses between both texts, is told that what they correct was corrected, or adds beside the first. */
  readonly ends: 'chosen' | 'told' | 'beside'
  /** What the page says of the text that was not kept. */
  readonly before?: string
}
const TOGETHER: Readonly<Record<string, Together>> = {
  'change how somebody is reached': {
    of: GUARDED,
    other: 'coordinator',
    open: async (page, file) => {
      await goTo(page, file, 'contacts')
      await unfoldAll(page)
      return page
        .getByRole('main')
        .getByRole('listitem')
        .locator('form')
        .filter({ hasText: say('contacts.field.hours') })
        .first()
    },
    field: say('contacts.field.hours'),
    save: say('contacts.save'),
    saved: (page, words) =>
      expect(page.getByText(say('contacts.says.hours', { hours: words })).first()).toBeVisible(),
    ends: 'chosen',
    before: say('contacts.earlier', { count: 1 }),
  },
  'change what a referral asks': {
    of: APART,
    other: 'receiver',
    open: async (page, file) => {
      await goTo(page, file, 'referrals')
      await unfoldAll(page)
      return page
        .getByRole('article', { name: say('referrals.referralTo', { to: 'PAG-ASA' }) })
        .locator('form')
        .filter({ hasText: say('referrals.asked') })
    },
    field: say('referrals.asked'),
    save: say('referrals.save'),
    saved: (page, words) =>
      expect(page.getByRole('article').locator('p').filter({ hasText: words }).first()).toBeVisible(),
    ends: 'chosen',
  },
  'write the account of what may have happened': {
    of: APART,
    other: 'receiver',
    open: async (page, file) => {
      await goTo(page, file, 'trafficking')
      await page.getByRole('link', { name: starting(say('trafficking.part.choice')) }).click()
      return page
        .getByRole('main')
        .locator('form')
        .filter({ hasText: say('trafficking.words') })
    },
    field: say('trafficking.words'),
    save: say('trafficking.save'),
    saved: async (page, words) => {
      await expect(page.getByText(saidAs('forms.saved')).first()).toBeVisible()
      await page.reload()
      await expect(page.getByLabel(say('trafficking.words'))).toHaveValue(words)
    },
    ends: 'chosen',
  },
  'correct one row of a guardianship': {
    of: GUARDED,
    other: 'coordinator',
    open: async (page, file) => {
      await goTo(page, file, 'guardianship')
      const row = page.getByRole('listitem').filter({ hasText: 'Gudrun' }).first()
      await openTools(row)
      await row.getByRole('link', { name: starting(say('guardianship.correct')) }).click()
      const record = page.locator('#record')
      await expect(record.getByLabel(say('guardianship.field.guardian'))).toHaveValue('Gudrun Peeters')
      return record
    },
    field: say('guardianship.field.phone'),
    save: say('guardianship.field.save'),
    saved: (page, words) => expect(page.getByText(words).first()).toBeVisible(),
    ends: 'told',
  },
  'write down an answer': {
    of: GUARDED,
    other: 'coordinator',
    open: async (page, file) => {
      await goTo(page, file, 'consents')
      await unfoldAll(page)
      const form = page.getByRole('region', { name: say('consents.new') })
      await form.getByRole('radio', { name: say('consents.purpose.tracing'), exact: true }).check()
      await form.getByLabel(say('consents.fields.recipient')).selectOption('kind:tracing_service')
      await form.getByRole('radio', { name: say('consents.answer.not_asked'), exact: true }).check()
      return form
    },
    field: say('consents.fields.words'),
    save: say('consents.save'),
    saved: (page, words) => expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible(),
    ends: 'beside',
  },
}

for (const [what, { of, other: as, open, field, save, saved, ends, before }] of Object.entries(
  TOGETHER,
).slice(0, drawn(1, Infinity)))
  test(`two who ${what}: the second sees the first, and loses nothing`, async ({
    page,
    testServer,
    browser,
  }) => {
    const [first, second] = ['0400 00 00 21 after eight', '0400 00 00 22 before noon']
    const file = await fileWith(testServer, of)
    await signInAs(page, testServer, 'caseworker')
    const other = await openOther(browser, testServer, as)
    const [theirs, his] = [await open(other, file), await open(page, file)]
    await theirs.getByLabel(field).fill(first)
    await his.getByLabel(field).fill(second)
    await theirs.getByRole('button', { name: save, exact: true }).click()
    await saved(other, first)
    await his.getByRole('button', { name: save, exact: true }).click()
    if (ends === 'told') {
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(his.getByLabel(field)).toHaveValue(second)
    } else {
      if (ends === 'chosen') {
        const conflict = page.getByRole('alert', { name: say('forms.conflictTitle') })
        await expect(conflict).toContainText(first)
        await expectAccessible(page)
        await conflict
          .getByRole('radio', { name: say('forms.conflictChoice.mine') })
          .first()
          .check()
        await conflict.getByRole('button', { name: say('forms.conflictSave') }).click()
      }
      await saved(page, second)
      if (before !== undefined) await expect(page.getByText(before)).toBeVisible()
      if (ends === 'beside') await saved(page, first)
    }
    await other.context().close()
  })
