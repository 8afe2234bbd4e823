import { pressOf, saidAs, say } from '../support/say'
import { isSweep } from '../support/sweep'
import { openFilePage } from './file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
} from './fixtures'

test('a task is added, ticked off and taken back by keyboard, and the file remembers who did it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await fileCodes(page).nth(1).click()
  await openFilePage(page, 'tasks')
  await expect(page.getByRole('heading', { name: say('tasks.goal.title') })).toBeVisible()
  await expect(page.getByLabel(say('tasks.new'), { exact: true })).toBeEnabled()
  // One line with its button, so that what is there stands on the first screen; the rest comes with the caret.
  await expect(page.getByRole('button', { name: say('tasks.add') })).toBeVisible()
  await expect(page.getByLabel(say('tasks.who'), { exact: true })).toBeHidden()
  await page.getByLabel(say('tasks.new'), { exact: true }).focus()
  await expect(page.getByLabel(say('tasks.who'), { exact: true })).toBeVisible()
  await page.keyboard.type('Ask for the medical file')
  await page.getByRole('button', { name: say('tasks.add') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('tasks.added'))).toBeVisible()
  const tick = pressOf(say('tasks.tick'), 'Ask for the medical file')
  await page.getByRole('button', { name: tick }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(say('tasks.done', { count: 1 })).click()
  const untick = pressOf(say('tasks.untick'), 'Ask for the medical file')
  await page.getByRole('button', { name: untick }).press('Enter')
  await expect(page.getByRole('button', { name: tick })).toBeVisible()
  await expectAccessible(page)
  await openFilePage(page, 'history')
  await expect(page.getByText(say('cases.history.task', { name: PEOPLE.caseworker })).first()).toBeVisible()
  await expectAccessible(page)
})

test('what is written over stands in the history with what was there before, and on its day', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).nth(2).textContent()) ?? ''
  for (const step of ['Call the invented lawyer', 'Write to the invented centre']) {
    await page.goto(`/cases/${code}`)
    await page
      .getByText(say('cases.step.change'))
      .or(page.getByText(say('cases.step.set')))
      .click()
    await page.getByLabel(say('cases.step.what')).fill(step)
    await page.getByRole('button', { name: say('cases.step.save') }).click()
    await expect(page.getByRole('main').getByText(step).first()).toBeVisible()
  }
  await page.goto(`/cases/${code}/details`)
  await page.getByText(say('cases.details.change'), { exact: true }).click()
  const risk = page.getByLabel(say('cases.details.risk'), { exact: true })
  const before = await risk.locator('option:checked').textContent()
  const after = before === 'Medium' ? 'High' : 'Medium'
  await risk.selectOption({ label: after })
  await page.getByRole('button', { name: say('cases.details.save'), exact: true }).click()
  await expect(page.getByText(saidAs('forms.saved'))).toBeVisible()
  await page.getByText(say('cases.details.changePerson')).click()
  const person = page
    .locator('form')
    .filter({ has: page.getByRole('group', { name: say('people.field.sex'), exact: true }) })
  await person
    .getByRole('group', { name: say('people.field.sex'), exact: true })
    .getByRole('radio', { name: say('people.sex.x') })
    .check()
  await person.getByRole('button', { name: say('cases.details.save'), exact: true }).click()
  await expect(person.getByText(saidAs('forms.saved'))).toBeVisible()
  await page.goto(`/cases/${code}/history`)
  const known = page.getByRole('region', { name: say('cases.known.title') })
  const step = say('cases.step.title')
  await expect(known).toContainText(
    saidAs('cases.known.became', {
      field: step,
      was: /Call the invented lawyer.*/,
      now: /Write to the invented centre.*/,
    }),
  )
  const riskOfFile = say('cases.known.file.risk')
  await expect(known).toContainText(
    saidAs('cases.known.became', { field: riskOfFile, was: before ?? '', now: after }),
  )
  await expect(known).toContainText(
    saidAs('cases.known.became', {
      field: say('people.field.sex'),
      was: /[^”]+/,
      now: say('people.sex.x'),
    }),
  )
  await expect(known.getByRole('listitem').first()).toContainText(
    say('cases.known.by', { name: PEOPLE.caseworker }),
  )
  await known.getByRole('button', { name: say('cases.known.show'), exact: true }).press('Enter')
  const day = known
    .locator('div')
    .filter({ has: page.getByRole('heading', { name: saidAs('cases.known.asOf') }) })
  await expect(day).toContainText(
    say('cases.known.value', { field: step, value: 'Write to the invented centre' }),
  )
  await expect(day).toContainText(say('cases.known.value', { field: riskOfFile, value: after }))
  const access = { field: say('cases.known.file.secrecy'), value: say('cases.known.secrecy.open') }
  await expect(day).toContainText(say('cases.known.value', access))
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 844 })
  await expectNoSidewaysScroll(page)
})

test('a coordinator asks what would help, and the worker answers', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const link = fileCodes(page).first()
  const code = (await link.textContent()) ?? ''
  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases/${code}/tasks`)
  // One line until someone begins to write.
  const question = page.getByRole('radio', { name: say('comments.kind.question') })
  await expect(question).toBeHidden()
  await page.getByText(say('comments.say'), { exact: true }).click()
  await page.getByLabel(say('comments.text'), { exact: true }).click()
  await question.check()
  await page.getByRole('button', { name: say('comments.begin.need') }).click()
  await expect(page.getByLabel(say('comments.text'), { exact: true })).toBeFocused()
  await page.getByRole('button', { name: say('comments.send'), exact: true }).click()
  await expect(page.getByText(say('comments.waiting'))).toBeVisible()
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${code}/tasks`)
  await page.getByLabel(say('comments.answerText')).fill('An hour together on Thursday.')
  await page.getByRole('button', { name: say('comments.answer') }).click()
  await expect(page.getByText('An hour together on Thursday.')).toBeVisible()
  await expect(page.getByLabel(say('comments.answerText'))).toHaveCount(0)
})

for (const locale of LOCALES)
  test(`the parts of a file are readable in ${locale}, on a phone and at 320 px`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/cases')
    const code = (await fileCodes(page).first().textContent()) ?? ''
    // The others are looked at as a coordinator has them (cases.spec.ts).
    const seenThere = isSweep ? [] : ['', '/details', '/sharing']
    for (const part of ['', '/details', '/tasks', '/sharing', '/history'].filter(
      (one) => !seenThere.includes(one),
    )) {
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto(`/cases/${code}${part}`)
      await expectAccessible(page)
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 })
        await expectNoSidewaysScroll(page)
      }
    }
  })
