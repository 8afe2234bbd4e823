import { sayingsIn } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

for (const locale of LOCALES)
  test(`the first hour of a caseworker, in ${locale}: from an empty list to a first person, ticked by what was done`, async ({
    page,
    testServer,
  }) => {
    const say = sayingsIn(locale)
    const { db } = testServer
    // The receiver is new: no file is theirs, and nothing was planned or recorded by them.
    for (const [table, column] of [
      ['case_file', 'worker_id'],
      ['visit', 'created_by'],
      ['visit_plan', 'created_by'],
    ])
      await db.query(
        `UPDATE ${table} SET ${column} = (SELECT id FROM staff WHERE name = 'Casimir Caseworker')
          WHERE ${column} = (SELECT id FROM staff WHERE name = 'Vera Visitor')`,
      )
    await signInAs(page, testServer, 'receiver', locale)
    await page.context().clearCookies({ name: 'first_steps' })
    await page.goto('/')
    const steps = page.getByRole('region', { name: say('guide.first.title') })
    await expect(steps.getByRole('listitem')).toHaveCount(4)
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 700 })
    await expectNoSidewaysScroll(page)

    await steps.getByRole('link', { name: say('guide.step.person.go') }).click()
    await page.getByLabel(say('people.field.name'), { exact: true }).fill(`Eerste Verzonnen ${locale}`)
    await page.getByRole('button', { name: say('people.intake.save') }).click()
    await expect(page).toHaveURL(/\/cases\/[A-Z0-9-]+/)
    await expect(page.getByRole('status').filter({ hasText: say('forms.toast.saved') })).toBeVisible()

    await page.goto('/')
    const person = steps.getByRole('listitem').filter({ hasText: say('guide.step.person.title') })
    await expect(person).toContainText(say('guide.first.done'))
    await expect(person.getByRole('link')).toHaveCount(0)

    // Hidden it stays hidden, and comes back while the way back is offered.
    await steps.getByRole('button', { name: say('guide.first.hide') }).click()
    await expect(steps).toHaveCount(0)
    await page.getByRole('button', { name: say('forms.toast.undo'), exact: true }).click()
    await expect(steps).toBeVisible()
    await steps.getByRole('button', { name: say('guide.first.hide') }).click()
    await expect(steps).toHaveCount(0)
    await page.reload()
    await expect(page.locator('h1')).toBeVisible()
    await expect(steps).toHaveCount(0)
  })
