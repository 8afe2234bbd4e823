import type { Page } from '@playwright/test'
import { sayingsIn } from '../support/say'
import { FILE_CODE, tree } from '../support/tree'
import { expect, JOURNEY, LOCALES, openPalette, signInAs, test } from './fixtures'

test.use(JOURNEY)

/** What a hand really did: presses of keys and of the pointer, counted by the page itself, over every page of the journey. */
const countOn = async (page: Page) => {
  await page.addInitScript(() => {
    const add = (name: string) => () =>
      sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? '0') + 1))
    addEventListener(
      'keydown',
      ({ isTrusted, key }) => {
        if (isTrusted && key !== 'Control') add('count.keys')()
      },
      true,
    )
    addEventListener(
      'pointerdown',
      ({ isTrusted }) => {
        if (isTrusted) add('count.presses')()
      },
      true,
    )
  })
  return async () =>
    page.evaluate(() => ({
      keys: Number(sessionStorage.getItem('count.keys')),
      presses: Number(sessionStorage.getItem('count.presses')),
    }))
}

const SENTENCES = {
  en: (name: string) => `maybe ${name}, seen in Vottem`,
  fr: (name: string) => `peut-être ${name}, vu à Vottem`,
  nl: (name: string) => `misschien ${name}, gezien in Vottem`,
  de: (name: string) => `vielleicht ${name}, gesehen in Vottem`,
} as const

for (const locale of LOCALES) {
  const say = sayingsIn(locale)

  test(`a smallest record takes at most 10 presses and 35 keys, in ${locale}`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    const counted = await countOn(page)
    await page.goto('/')
    await page.getByRole('button', { name: say('layout.new'), exact: true }).click()
    await page.getByRole('link', { name: say('menu.begin.newPerson'), exact: true }).click()
    const name = page.getByLabel(say('people.field.name'), { exact: true })
    await name.click()
    await page.keyboard.type('Kalimo Fictar')
    await page.getByLabel(say('people.field.nationality'), { exact: true }).focus()
    await page.keyboard.type(new Intl.DisplayNames([locale], { type: 'region' }).of('ML') ?? '')
    await page.getByLabel(say('people.field.place'), { exact: true }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: say('people.intake.save'), exact: true }).click()
    await expect(page).toHaveURL(/\/cases\/[^?]+\?file=/)
    const { keys, presses } = await counted()
    // A list that opens by itself would take the keys from the page: each of the two lists is one press more by hand.
    expect(presses).toBe(4)
    expect(presses + 2).toBeLessThanOrEqual(10)
    expect(keys).toBeGreaterThan(13)
    expect(keys).toBeLessThanOrEqual(35)
    const { rows } = await testServer.db.query(
      `SELECT n.country FROM nationality n JOIN case_person cp USING (person_id) WHERE cp.case_id = $1`,
      [new URL(page.url()).searchParams.get('file')],
    )
    expect(rows).toEqual([{ country: 'ML' }])
  })

  test(`a vague line finds someone among the first five without a press, in ${locale}`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'coordinator', locale)
    const { rows } = await testServer.db.query<{ text: string }>(
      `SELECT n.text FROM person_name n JOIN case_person cp USING (person_id) JOIN case_file f ON f.id = cp.case_id
         JOIN staff s ON s.name = 'Corina Coordinator' JOIN team_member m ON m.staff_id = s.id AND m.leads AND m.team_id = f.team_id
        WHERE n.kind = 'as_said' AND n.text ~ '^[A-Z][a-z]+ [A-Z][a-z]+$' AND length(n.text) < 20 AND f.secrecy = 'open'
          AND f.kind <> 'thb' AND cp.until IS NULL ORDER BY n.id OFFSET $1 LIMIT 1`,
      [40 + LOCALES.indexOf(locale)],
    )
    const text = rows[0]?.text ?? ''
    expect(text).not.toBe('')
    const counted = await countOn(page)
    await page.goto('/')
    await openPalette(page)
    await page.evaluate(() => sessionStorage.removeItem('count.keys'))
    await page.keyboard.type(SENTENCES[locale](text.replaceAll('c', 'k').replaceAll('ll', 'l')))
    await page.keyboard.press('Enter')
    const hits = page.getByRole('option').filter({ hasText: /[2-9A-Z]{3}-[2-9A-Z]{4}/ })
    await expect(hits.first()).toBeVisible()
    await expect(page.getByRole('dialog', { name: say('palette.title') })).toMatchAriaSnapshot(
      tree([
        ['heading[level=2]', say('palette.title')],
        ['combobox'],
        ['listbox', say('palette.list'), [['group', say('palette.group.people'), [['option', FILE_CODE]]]]],
      ]),
    )
    const firstFive = (await hits.allTextContents()).slice(0, 5)
    expect(firstFive.some((hit) => hit.includes(text) && hit.includes('·'))).toBe(true)
    const { keys, presses } = await counted()
    expect(presses).toBeLessThanOrEqual(2)
    expect(keys).toBeGreaterThan(20)
    expect(keys).toBeLessThanOrEqual(60)
  })
}
