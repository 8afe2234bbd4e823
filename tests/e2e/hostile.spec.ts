import { FILE_PAGES } from '../access/truth'
import { say } from '../support/say'
import { isSweep } from '../support/sweep'
import { expect, expectNoSidewaysScroll, signInAs, test } from './fixtures'

// Someone writes what would run, if any page took it for more than words. Every page of the file is opened by two
// colleagues, on screen and as paper: nothing runs, and the words stand there as they were written.

const RUNS = [
  '<img src=x onerror=window.ran=1>',
  '"><svg/onload=window.ran=1>',
  '</textarea><script>window.ran=1</script>',
  '[Zz](javascript:window.ran=1)',
  '{{constructor.constructor("window.ran=1")()}}',
]
const NAME = `Zz ${RUNS[0]}`

test('words that would run are words on every page', async ({ page, testServer }) => {
  test.setTimeout(120_000)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill(NAME)
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME)
  const file = new URL(page.url()).pathname

  for (const words of RUNS) {
    await page.getByLabel(say('cases.write.title')).fill(words)
    await page.getByRole('button', { name: say('cases.write.save') }).click()
    await expect(page.getByText(say('cases.write.saved'))).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: words }).first()).toBeVisible()
  }
  await page.goto(`${file}/tasks`)
  await page.locator('summary', { hasText: say('tasks.goal.add') }).click()
  await page.getByLabel(say('tasks.goal.what'), { exact: true }).fill(RUNS[1] ?? '')
  await page.getByRole('button', { name: say('tasks.goal.add') }).click()
  await expect(page.getByText(RUNS[1] ?? '').first()).toBeVisible()

  const pages = FILE_PAGES.map((part) => (part === '/summary' ? '/summary?for=organisation' : part))
  for (const who of ['caseworker', 'coordinator'] as const) {
    await signInAs(page, testServer, who)
    const around = ['/', '/cases', '/cases/print', '/cases/review', '/team', '/notices']
    // Half of the pages, each by one of the two; in a sweep all by both.
    const opened = [...pages.map((part) => `${file}${part}`), ...around].filter(
      (_, index) => isSweep || index % 4 === (who === 'caseworker' ? 0 : 1),
    )
    for (const path of opened) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      expect(await page.evaluate(() => 'ran' in window), path).toBe(false)
    }
    await page.goto(file)
    for (const words of RUNS)
      await expect(page.getByRole('listitem').filter({ hasText: words }).first()).toBeVisible()
    await page.setViewportSize({ width: 320, height: 844 })
    await expectNoSidewaysScroll(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  }
})
