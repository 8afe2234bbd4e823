import type { Page } from '@playwright/test'
import { addDays, dayOf } from '../../../lib/shared/dates'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from '../fixtures'
import { say } from '../say'

// What happens to a man held in Vottem, and to a family in a return home beside him, as a caseworker writes it down.

const TODAY = dayOf(new Date())
const daysAgo = (days: number) => addDays(TODAY, -days)
const inWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))

const giveDay = async (page: Page, group: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  const box = page.getByRole('group', { name: group, exact: true })
  await box.getByLabel(say('detention.episode.table.day'), { exact: true }).fill(day)
  await box.getByLabel('Month', { exact: true }).fill(month)
  await box.getByLabel('Year', { exact: true }).fill(year)
}

/** Opens the fold, says what happened and when, fills what such an event is asked, and sees it stand first of its kind. */
const record = async (page: Page, kind: string, on: string, asked: Readonly<Record<string, string>>) => {
  const fold = page.locator('summary', { hasText: say('detention.episode.events.record') })
  if (!(await page.getByRole('combobox', { name: 'What happened', exact: true }).isVisible()))
    await fold.click()
  await page.getByRole('combobox', { name: 'What happened', exact: true }).selectOption(kind)
  await giveDay(page, kind === 'Removal planned' ? 'Planned for' : 'When', on)
  for (const [label, choice] of Object.entries(asked))
    await page.getByLabel(label, { exact: true }).selectOption(choice)
  await page.getByRole('button', { name: say('detention.episode.form.save'), exact: true }).click()
  await expect(page).toHaveURL(/saved=/)
  await expect(page.getByRole('heading', { level: 4 }).filter({ hasText: kind }).first()).toContainText(
    inWords(on),
  )
}

const openDetentionFile = async (page: Page, name: string, place: string | null, since: string) => {
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill(name)
  if (place !== null) {
    await page.getByLabel(say('people.field.place')).selectOption(place)
    await giveDay(page, 'There since', since)
  }
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.getByRole('link', { name: say('cases.part.detention'), exact: true }).click()
  await expect(page).toHaveURL(/\/detention\?/)
}

test('a man held in Vottem: ordered, a petition each month, a flight refused, extended, released by the Council Chamber', async ({
  page,
  testServer,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, testServer, 'caseworker')
  const entered = daysAgo(55)

  // He is known to be in Vottem, and nothing of the law is on record: the page says so and offers to begin.
  await openDetentionFile(page, 'Invented Prisoner', 'Closed centre Vottem', entered)
  await expect(page.getByText(say('detention.episode.loose.title'))).toBeVisible()
  await page
    .getByLabel(say('detention.episode.begin.context'))
    .selectOption(say('detention.episode.context.police_check'))
  await page.getByRole('button', { name: say('detention.episode.begin.save') }).click()
  await expect(page.getByText(say('detention.episode.state.noOrder'))).toBeVisible()
  await expect(page.getByText('Day 56 of detention')).toBeVisible()

  // The order: two months, with the source, and the eighteen months of the directive.
  await record(page, 'Detention order', entered, {
    'Kind of order': 'Initial decision',
    'Legal ground (Aliens Act)': 'Art. 7, return',
  })
  await expect(page.getByText('Held under Art. 7, return', { exact: true })).toBeVisible()
  await expect(page.getByText('Immigration Office, Legal duration of detention').first()).toBeVisible()

  // A petition each month. The first is refused, and the next is possible a month after the decision.
  await record(page, 'Petition filed', daysAgo(48), { Court: 'Council Chamber' })
  await expect(page.getByText('One was filed on')).toContainText(inWords(daysAgo(48)))
  await record(page, 'Petition decided', daysAgo(44), { Court: 'Council Chamber', Decision: 'Rejected' })
  await expect(page.getByText('The next one is possible from')).toContainText(inWords(daysAgo(44)))

  // The lawyer appeals within the day: that clock is answered.
  await record(page, 'Petition filed', daysAgo(43), { Court: 'Indictment Chamber' })
  await expect(page.getByText('Closed: Appeal to the Indictment Chamber')).toBeVisible()

  // A flight is planned, and he refuses to board.
  await record(page, 'Removal planned', daysAgo(30), {
    'Kind of removal': 'Repatriation',
    Destination: 'Guinea',
  })
  await record(page, 'Removal attempt ended', daysAgo(30), { 'How it ended': 'Refused by the person' })
  await expect(page.getByText('One attempt so far')).toBeVisible()

  // Extended: the maximum is four months now, still from the first order.
  await record(page, 'Detention order', daysAgo(10), {
    'Kind of order': 'Extension',
    'Legal ground (Aliens Act)': 'Art. 7, return',
  })
  await page.getByText(say('detention.episode.counter.how')).click()
  await expect(page.getByText(`Extended on ${inWords(daysAgo(10))}: the maximum still runs`)).toBeVisible()

  // The second petition succeeds. Until it is recorded that he walked out, the page says so.
  await record(page, 'Petition filed', daysAgo(6), { Court: 'Council Chamber' })
  await record(page, 'Petition decided', daysAgo(2), { Court: 'Council Chamber', Decision: 'Released' })
  await expect(
    page.getByText(`Release ordered on ${inWords(daysAgo(2))}, not yet recorded as done`),
  ).toBeVisible()
  await record(page, 'End of the detention', daysAgo(1), { 'How it ended': 'Released by court decision' })
  await expect(page.getByText(`Released by court decision, on ${inWords(daysAgo(1))}`)).toBeVisible()
  await expect(page.getByText('55 days of detention')).toBeVisible()
  await expect(
    page.getByRole('img', { name: '55 days, 2 orders, 2 petitions, one removal attempt' }).first(),
  ).toBeVisible()

  // Nothing that runs is left open in the file, and the head of the file shows no centre any more.
  await page
    .getByRole('link', { name: say('deadlines.file.title'), exact: true })
    .last()
    .click()
  await expect(page.getByText(say('deadlines.file.empty'))).toBeVisible()

  // The page is whole in every language, on a phone too.
  await page.getByRole('link', { name: say('cases.part.detention'), exact: true }).click()
  await expect(page).toHaveURL(/\/detention\?/)
  const address = page.url()
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(address)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('a family in a return home: one episode, a stay for each of them', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openDetentionFile(page, 'Invented Mother', 'Return home Tubize', daysAgo(3))
  // The children join the file.
  await page.getByRole('link', { name: say('cases.part.details'), exact: true }).click()
  const people = page.getByRole('region', { name: say('people.inFile.title') })
  await people.getByText(say('people.inFile.join')).click()
  for (const child of ['Invented Son', 'Invented Daughter']) {
    await people.getByLabel(say('people.field.name')).fill(child)
    await people.getByLabel(say('people.inFile.field.role')).selectOption(say('people.inFile.role.child'))
    await people.getByRole('button', { name: say('people.inFile.joinSave') }).click()
    await expect(people.getByRole('listitem').filter({ hasText: child })).toContainText(
      say('people.inFile.role.child'),
    )
  }
  await page.getByRole('link', { name: say('cases.part.detention'), exact: true }).click()
  await expect(page.getByText(say('detention.episode.loose.title'))).toBeVisible()
  for (const child of ['Invented Son', 'Invented Daughter']) await page.getByLabel(child).check()
  await page.getByRole('button', { name: say('detention.episode.begin.save') }).click()
  await expect(page.getByText('A family in a return home stays together', { exact: false })).toBeVisible()
  for (const someone of ['Invented Mother', 'Invented Son', 'Invented Daughter'])
    await expect(
      page.getByRole('listitem').filter({ hasText: `${someone}: Return home Tubize` }),
    ).toBeVisible()
  await record(page, 'Detention order', daysAgo(3), {
    'Kind of order': 'Initial decision',
    'Legal ground (Aliens Act)': 'Art. 7, return',
  })
  await expect(page.getByText('Held under Art. 7, return', { exact: true })).toBeVisible()

  // A wrong day is put right, and what stood there before stays readable.
  await page.getByRole('link', { name: /^Correct ?: Detention order/ }).click()
  await giveDay(page, 'When', daysAgo(2))
  await page.getByRole('button', { name: say('detention.episode.form.saveCorrection') }).click()
  await expect(page.getByText('Corrected once: what stood here before')).toBeVisible()
})

test('a flight in three days stands on Today and first in the planner; a decision that was a mistake gives its clock back', async ({
  page,
  testServer,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, testServer, 'caseworker')
  await openDetentionFile(page, 'Invented Passenger', 'Closed centre Vottem', daysAgo(20))
  const detention = page.url()
  const file = new URL(detention).searchParams.get('file') ?? ''
  await page.getByRole('button', { name: say('detention.episode.begin.save') }).click()
  await expect(page.getByText(say('detention.episode.state.noOrder'))).toBeVisible()
  await record(page, 'Petition filed', daysAgo(12), { Court: 'Council Chamber' })
  await record(page, 'Removal planned', daysAgo(-3), { 'Kind of removal': 'Repatriation' })

  // Today: after the act that is late, and never behind a button, with the way to the episode.
  await page.goto('/')
  const first = page
    .getByRole('listitem')
    .filter({
      has: page.locator(`a[href*="${file}"]`),
      hasText: say('detention.episode.kind.removal_planned'),
    })
    .first()
  await expect(first).toContainText(say('detention.episode.kind.removal_planned'))
  await expect(first).toContainText(inWords(daysAgo(-3)))
  await expectAccessible(page)
  await first.getByRole('link', { name: /^Open the detention of file/ }).click()
  await expect(page).toHaveURL(/\/detention\?/)

  // The planner says why to see him.
  await page.goto('/planning')
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.locator(`a[href*="${file}"]`) })
      .first(),
  ).toContainText('removal planned for')

  // The Council Chamber decided, someone writes down, and it was someone else’s letter: the watch runs anew.
  await page.goto(detention)
  await record(page, 'Petition decided', daysAgo(8), { Court: 'Council Chamber', Decision: 'Rejected' })
  await expect(page.getByText('Closed: Decision of the Council Chamber, else release')).toBeVisible()
  const decided = page.locator('li').filter({
    has: page.getByRole('heading', { level: 4, name: /^Petition decided/ }),
  })
  await decided.getByText(/^Take away ?: Petition decided/).click()
  await decided.getByLabel(say('detention.episode.withdraw.other_person')).check()
  await decided.getByRole('button', { name: 'Take away' }).click()
  await expect(page.getByText('One row was taken away')).toBeVisible()
  await page.goto(detention.replace('/detention?', '/deadlines?'))
  const again = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Decision of the Council Chamber, else release' }),
  })
  await expect(again.first()).toContainText('What closed it was corrected or taken back')
  await expectAccessible(page)

  // He is removed: what surely ends is closed, what no one can say is named.
  await page.goto(detention)
  await record(page, 'Petition decided', daysAgo(7), { Court: 'Council Chamber', Decision: 'Rejected' })
  await record(page, 'End of the detention', daysAgo(1), { 'How it ended': 'Removed' })
  await expect(page.getByText(say('detention.episode.left.title'))).toBeVisible()
  await expect(page.getByText(/^Appeal to the Indictment Chamber:/)).toBeVisible()

  // The timeline of the file tells it all, by a chip of its own, in every language and on a phone.
  const timeline = detention.replace('/detention?', '?')
  await page.goto(timeline)
  await page.getByRole('checkbox', { name: say('cases.part.detention') }).check()
  await expect(page).toHaveURL(/kind=detention/)
  await expect(page.getByRole('link', { name: 'End of the detention: Removed' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Removal planned: Repatriation/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Petition decided/ })).toHaveCount(1)
  const narrowed = page.url()
  await page.getByRole('link', { name: 'End of the detention: Removed' }).click()
  await expect(page).toHaveURL(/\/detention\?.*#event-/)
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 700 })
    for (const address of [narrowed, detention]) {
      await page.goto(address)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})
