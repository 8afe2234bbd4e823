import { say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const SENTENCES = {
  en: (name: string) => `That person, maybe ${name}`,
  fr: (name: string) => `Cette personne, peut-être ${name}`,
  nl: (name: string) => `Die persoon, misschien ${name}`,
  de: (name: string) => `Diese Person, vielleicht ${name}`,
} as const

/** As someone else would write it down. */
const misheard = (name: string): string =>
  name.toLowerCase().replaceAll('c', 'k').replaceAll('v', 'w').replaceAll('ll', 'l').replaceAll('ia', 'ya')

test('one line finds a person among the first five, with why, in four languages, by keyboard and on a narrow screen', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'coordinator', locale)
    const { rows } = await testServer.db.query<{ text: string; code: string }>(
      `SELECT n.text, f.code FROM person_name n JOIN case_person cp USING (person_id) JOIN case_file f ON f.id = cp.case_id
         JOIN staff s ON s.name = 'Corina Coordinator' JOIN team_member m ON m.staff_id = s.id AND m.leads AND m.team_id = f.team_id
        WHERE n.kind = 'as_said' AND n.text ~ '^[A-Z][a-z]+ [A-Z][a-z]+$' AND f.secrecy = 'open' AND f.kind <> 'thb' AND cp.until IS NULL
        ORDER BY n.id OFFSET $1 LIMIT 1`,
      [LOCALES.indexOf(locale) * 7],
    )
    const [person] = rows
    if (person === undefined) throw new Error('the demo has no one to look for')
    await page.goto('/people/search')
    await page.locator('#sentence').fill(SENTENCES[locale](misheard(person.text)))
    await page.keyboard.press('Enter')
    const hits = page.locator('main ol > li')
    await expect(hits.first()).toBeVisible()
    const firstFive = (await hits.allTextContents()).slice(0, 5)
    expect(firstFive.some((text) => text.includes(person.text) && text.includes('·'))).toBe(true)
    // No name in any address.
    expect(page.url()).not.toMatch(/\?|%/)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    // What was understood can be taken away again.
    await page.locator('section li button').last().click()
    await expect(hits).toHaveCount(0)
  }
})

test('anyone who is signed out meanwhile is told so, and keeps their line', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/search')
  const line = page.getByRole('searchbox', { name: say('find.sentence') })
  await line.fill('somebody invented')
  await testServer.db.query(
    "UPDATE session SET revoked_at = now() FROM staff s WHERE s.id = staff_id AND s.name = 'Casimir Caseworker'",
  )
  await page.getByRole('button', { name: say('find.search'), exact: true }).click()
  await expect(page.getByText(say('find.signedOut'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('find.signIn') })).toBeVisible()
  await expect(line).toHaveValue('somebody invented')
})
