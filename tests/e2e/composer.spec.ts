import { part, saidAs, say, sayingsIn } from '../support/say'
import { drawn } from '../support/sweep'
import { expect, expectAccessible, fileCodes, signInAs, test } from './fixtures'

test('a note is written by keyboard with commands: they never take a word, and a plain slash stays one', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await fileCodes(page).first().click()
  const text = page.getByLabel(say('cases.write.title'))
  const list = page.getByRole('listbox', { name: say('forms.slash.list') })
  await expect(text).toBeEnabled()
  await text.focus()

  // Plain slashes: within a line, before a digit, and one that is followed by Enter.
  await page.keyboard.type('She/he phoned on 24/11.')
  await expect(list).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await expect(list.getByRole('option')).not.toHaveCount(0)
  await expect(text).not.toHaveAttribute('aria-activedescendant')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(list).toHaveCount(0)
  await expect(text).toHaveValue('She/he phoned on 24/11.\n/\n')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')

  // Escape leaves it as it stands and does not ask again.
  const call = `/${say('cases.slash.call')}`
  await page.keyboard.type(call.slice(0, 3))
  await page.keyboard.press('Escape')
  await page.keyboard.type(call.slice(3))
  await expect(list).toHaveCount(0)
  await expect(text).toHaveValue(`She/he phoned on 24/11.\n${call}`)
  for (let key = 0; key < call.length; key += 1) await page.keyboard.press('Backspace')

  // Typed to its end, Enter does it; the word leaves the text and the kind is set.
  await page.keyboard.type(call)
  await expect(list.getByRole('option', { selected: true })).toContainText(say('cases.noteKind.call'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: say('cases.noteKind.call') })).toBeChecked()
  await expect(text).toHaveValue('She/he phoned on 24/11.\n')
  await expect(text).toBeFocused()

  // Headings are added where one stands, and both the browser and a button take them out again.
  await page.keyboard.type(`/${say('cases.slash.template').slice(0, 3)}`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const template = say('cases.template.call')
  const [heading = ''] = template.split('\n')
  await expect(text).toHaveValue(`She/he phoned on 24/11.\n${template}`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).not.toHaveValue(part(heading))
  await expect(text).toHaveValue(/She\/he phoned on 24\/11\./)
  await text.fill('She/he phoned on 24/11.')
  await page
    .getByRole('button', { name: say('cases.write.headings', { kind: say('cases.noteKind.call') }) })
    .press('Enter')
  await expect(text).toHaveValue(part(`24/11.\n${heading}`))
  await page.getByRole('button', { name: say('cases.write.undo') }).press('Enter')
  await expect(text).toHaveValue('She/he phoned on 24/11.')
  await expect(text).toBeFocused()

  // The other fields of the page are a word away, and what was written stays.
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`/${say('cases.slash.next')}`)
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByRole('group')
      .filter({ hasText: new RegExp(`${say('cases.step.change')}|${say('cases.step.set')}`) })
      .getByRole('textbox')
      .first(),
  ).toBeFocused()
  await text.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(`/${say('cases.slash.task')}`)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(say('tasks.new'), { exact: true })).toBeFocused()
  await expect(text).toHaveValue('She/he phoned on 24/11.\n')
  await page.getByRole('button', { name: say('cases.write.save') }).press('Enter')
  await expect(page.getByText(say('cases.write.saved'))).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'She/he phoned on 24/11.' })).toContainText(
    say('cases.noteKind.call'),
  )
})

test('nothing can be typed before the page can keep it, and then everything stays', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const address = await page.locator('main tbody a').first().getAttribute('href')
  // A slow line: the page is there, its scripts are not.
  let arrive: () => void = () => undefined
  const slow = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await slow
    await route.continue()
  })
  await page.goto(address ?? '', { waitUntil: 'commit' })
  const field = page.getByLabel(say('cases.write.title'))
  await expect(field).toBeDisabled()
  arrive()
  await field.fill('Typed at the first moment that one can.')
  await expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
  await expect(field).toHaveValue('Typed at the first moment that one can.')
})

test('what is typed while a note is on its way is a text of its own, and stays', async ({
  page,
  testServer,
}) => {
  // The form of the next note comes before the browser has let go of what was typed into the last one.
  let letGo: () => void = () => undefined
  const late = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.exposeFunction('late', () => late)
  await page.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks)
    Object.defineProperty(navigator.locks, 'request', {
      value: (name: string, run: (lock: Lock | null) => Promise<unknown>) =>
        request(name, async (lock) => {
          const answer = await run(lock)
          if (name.startsWith('draft ')) await Reflect.apply(Reflect.get(window, 'late'), undefined, [])
          return answer
        }),
    })
  })
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const address = await page.locator('main tbody a').first().getAttribute('href')
  await page.goto(address ?? '')
  const field = page.getByLabel(say('cases.write.title'))
  await field.fill('Sent at noon.')
  let arrive: () => void = () => undefined
  const slow = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/cases/**', async (route) => {
    if (route.request().method() === 'POST') await slow
    await route.continue()
  })
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && /\/cases\//.test(request.url()),
  )
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  await sent
  await field.fill('Sent at noon. And typed while it went.')
  arrive()
  await expect(page.getByText(say('cases.write.saved'))).toBeVisible()
  letGo()
  await page.getByRole('button', { name: say('forms.draftKeep'), exact: true }).click()
  await expect(field).toHaveValue('Sent at noon. And typed while it went.')
  // It goes under an id of its own: the first note stays what it was.
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  const timeline = page.getByRole('region', { name: say('cases.page.timeline'), exact: true })
  await expect(timeline.getByText('Sent at noon.', { exact: true })).toBeVisible()
  await expect(timeline.getByText('Sent at noon. And typed while it went.', { exact: true })).toBeVisible()
})

test('a figure of the country profile comes into a note by a word of another language, with its source', async ({
  page,
  testServer,
}) => {
  for (const [locale, typed, figure] of (
    [
      ['en', 'anerkenn', 'about 36.9%|36.9%'],
      ['fr', 'erkenning', '36,9 %'],
    ] as const
  ).slice(0, drawn(1, 2))) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/cases')
    await fileCodes(page).first().click()
    const text = page.locator('textarea[name=text][aria-autocomplete]')
    await expect(text).toBeEnabled()
    await text.focus()
    await page.keyboard.type('Zz.')
    await page.keyboard.press('Enter')
    await page.keyboard.type(`/${sayingsIn(locale)('cases.slash.fact')}`)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type(typed)
    await expect(dialog.getByRole('listitem').first()).toBeVisible()
    await expectAccessible(page)
    const row = dialog.getByRole('listitem').filter({ hasText: new RegExp(figure.replaceAll(' ', '\\s')) })
    await row.first().getByRole('button').press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(text).toBeFocused()
    await expect(text).toHaveValue(new RegExp(`^Zz\\.\\n.+: (${figure.replaceAll(' ', '\\s')}), 2019 \\(`))
    await page.keyboard.press('ControlOrMeta+z')
    await expect(text).not.toHaveValue(/2019/)
    await text.fill('')
  }
})
