import type { Page } from '@playwright/test'
import { saidAs, say } from '../support/say'
import { type DemoPerson, expect, signInAs, test, unfoldAll } from './fixtures'

const PAGES: Readonly<Record<Exclude<DemoPerson, 'stranger' | 'receiver' | 'dataLead'>, readonly string[]>> =
  {
    caseworker: ['/', '/cases', '/people/new', '/detention', '/detention/new', '/countries/be'],
    coordinator: ['/', '/cases', '/detention', '/countries/be/facts', '/countries/be/laws'],
    admin: [
      '/',
      '/statistics',
      '/statistics?table=peopleByNationality',
      '/statistics/releases',
      '/accounts',
      '/accounts/me',
    ],
    guest: ['/', '/countries/be'],
  }

/** Every word that would be printed and could not be read on white paper. */
const findPale = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pale: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>('body, body *')) {
      const words = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const text = words.map((node) => node.textContent?.trim()).join('')
      if (text === '' || !one.checkVisibility()) continue
      const { color, backgroundColor } = getComputedStyle(one)
      const isBlack = color === 'rgb(0, 0, 0)'
      const isOnPaper = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(backgroundColor)
      if (!isBlack || !isOnPaper) pale.push(`${text}: ${color} on ${backgroundColor}`)
    }
    return pale
  })

/** On paper there is no way anywhere, so nothing that leads away is printed; the rest is black on white, by day and by night. */
const expectPaper = async (page: Page): Promise<void> => {
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0)
  await expect(page.getByRole('banner').filter({ visible: true })).toHaveCount(0)
  expect(await findPale(page)).toEqual([])
}

for (const who of ['caseworker', 'coordinator', 'admin', 'guest'] as const)
  test(`what a ${who} prints is black on white and has no menu`, async ({ page, testServer }) => {
    await signInAs(page, testServer, who)
    for (const path of PAGES[who]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ media: 'print', colorScheme })
        await expectPaper(page)
      }
    }
  })

test('a file and a visit print without what can only be pressed', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.emulateMedia({ media: 'print' })
  await page.goto('/')
  const file = page.locator('main a[href*="?file="]').first()
  const [, code, id] = /cases\/([^?]+)\?file=(.+)/.exec((await file.getAttribute('href')) ?? '') ?? []
  for (const part of ['', '/details', '/sharing', '/summary', '/reassign']) {
    await page.goto(`/cases/${code}${part}?file=${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectPaper(page)
    if (part !== '/reassign') await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  }
  await page.goto('/detention')
  await page.goto((await page.locator('main ul a').first().getAttribute('href')) ?? '')
  await expectPaper(page)
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await expect(page.getByText(say('detention.sheet.confidential'))).toBeVisible()
})

test('a summary prints black on white, with its pages numbered and nothing to press', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  const file = page.locator('main a[href*="?file="]').first()
  const [, caseId] = /file=(.+)/.exec((await file.getAttribute('href')) ?? '') ?? []
  const { rows } = await testServer.db.query(
    `INSERT INTO case_summary (id, case_id, code, audience, level, sections, language, created_by)
     SELECT gen_random_uuid(), f.id, 'ZZZ-2222', 'lawyer', 'whole',
            ARRAY['identity', 'present', 'procedure', 'detention', 'deadlines', 'plan', 'contacts', 'signals', 'people'],
            'en', f.worker_id FROM case_file f WHERE f.id = $1 RETURNING id`,
    [caseId],
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'print', colorScheme })
    await page.goto(`/summaries/${rows[0].id}`)
    await expect(page.getByRole('heading', { level: 1, name: say('summaries.heading.lawyer') })).toBeVisible()
    await expectPaper(page)
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(0)
    await expect(page.getByText(saidAs('summaries.sheet.foot', { code: 'ZZZ-2222' }))).toBeVisible()
  }
  // The browser takes the size of the paper from the sheet.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
})

test('where the system chooses the colours, states and focus can still be told apart', async ({
  page,
  testServer,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/detention/new')
  const card = page.locator('li[id^="card-"]').first()
  await card.getByRole('button').first().click()
  const seen = card.getByRole('radio', { name: say('detention.answer.seen'), exact: true })
  const ground = (): Promise<string> =>
    seen.evaluate((radio) => getComputedStyle(radio.closest('label') ?? radio).backgroundColor)
  const before = await ground()
  await seen.press('Space')
  expect(await ground()).not.toBe(before)
  await page.keyboard.press('Tab')
  const ring = await page.evaluate(() => {
    const here = document.activeElement
    const { outlineStyle, outlineWidth } = getComputedStyle(here?.closest('label') ?? document.body)
    return `${outlineWidth} ${outlineStyle}`
  })
  expect(ring).toBe('3px solid')
  await page.goto('/deadlines/rules')
  await unfoldAll(page)
  const tag = page.getByRole('main').locator('.tag').first()
  expect(await tag.evaluate((one) => getComputedStyle(one).borderTopColor)).not.toBe('rgba(0, 0, 0, 0)')
})
