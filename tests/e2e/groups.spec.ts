import { say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

test('a group of three people: counted without names, and each of them in their own file, by keyboard', async ({
  page,
  testServer,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/activities/groups')
  const making = page.getByRole('region', { name: say('groups.new') })
  await making.getByLabel(say('groups.field.topic')).selectOption({ index: 1 })
  await making.getByRole('button', { name: say('groups.save') }).click()
  // No one came: that is no session.
  await expect(page.getByText(say('errors.groupEmpty')).first()).toBeVisible()
  await making.getByLabel(say('groups.field.women')).fill('3')
  await making.getByLabel(say('groups.field.boys')).fill('1')
  await making.getByRole('button', { name: say('groups.save') }).click()
  const latest = page
    .getByRole('region', { name: say('groups.latest') })
    .getByRole('listitem')
    .first()
  await expect(latest).toContainText(say('groups.people', { count: 4 }))
  await latest.getByRole('link').click()

  await expect(page.getByText(say('groups.attended.none'))).toBeVisible()
  const there = page.getByRole('region', { name: say('groups.attended.title') }).getByRole('listitem')
  const who = page.getByLabel(say('groups.attended.who'), { exact: true })
  for (const count of [1, 2, 3]) {
    await who.selectOption({ index: 1 })
    await page.getByRole('button', { name: say('groups.attended.save') }).focus()
    await page.keyboard.press('Enter')
    await expect(there).toHaveCount(count)
  }
  // Who has a file changes nothing in how many came.
  await expect(page.getByText(say('groups.people', { count: 4 })).first()).toBeVisible()
  const session = page.url()
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    for (const at of ['/activities/groups', session]) {
      await page.goto(at)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }

  await signInAs(page, testServer, 'caseworker')
  await page.goto(session)
  const file = (await there.first().getByRole('link').getAttribute('href')) ?? ''
  await page.goto(file.replace('?', '/activities?'))
  await expect(page.getByRole('region', { name: say('groups.ofFile') }).getByRole('listitem')).toHaveCount(1)
})
