import type { Page } from '@playwright/test'
import { labelOf, titleOf } from '../../support/label-of'
import { pressOf, saidAs, say, starting } from '../../support/say'
import { drawn, isSweep } from '../../support/sweep'
import { openFilePage, openTools } from '../file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from '../fixtures'
import { ago, fillDay } from './writing'

// What happens to a man held in Vottem, and to a family in a return home beside him, as a caseworker writes it down.

const inWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))

/** What can happen, what is asked about it, and the court that decides first, in the words of the page. */
const REMOVED = labelOf('en', 'detention_end_reason', 'removed')
const KINDS = {
  ordered: say('detention.episode.kind.ordered'),
  filed: say('detention.episode.kind.petition_filed'),
  decided: say('detention.episode.kind.petition_decided'),
  planned: say('detention.episode.kind.removal_planned'),
  attempted: say('detention.episode.kind.removal_ended'),
  ended: say('detention.episode.kind.ended'),
}
const ASKED = {
  order: say('detention.episode.form.orderKind'),
  ground: say('detention.episode.form.ground'),
  court: say('detention.episode.form.court'),
  decision: say('detention.episode.form.petitionOutcome'),
  removal: say('detention.episode.form.removalKind'),
  destination: say('detention.episode.form.destination'),
  outcome: say('detention.episode.form.removalOutcome'),
  reason: say('detention.episode.form.endReason'),
}
const COUNCIL = say('detention.episode.court.council_chamber')

/** Opens the form, says what happened and when, fills what such an event is asked, and sees it stand first of its kind. */
const record = async (page: Page, kind: string, on: string, asked: Readonly<Record<string, string>>) => {
  // The way to the form opens its fold, or leaves it open.
  await page.getByRole('link', { name: say('detention.episode.events.record') }).click()
  await page
    .getByRole('combobox', { name: say('detention.episode.form.kind'), exact: true })
    .selectOption(kind)
  const when =
    kind === KINDS.planned ? say('detention.episode.form.plannedOn') : say('detention.episode.form.on')
  await fillDay(page, when, on)
  for (const [label, said] of Object.entries(asked))
    await page.getByLabel(label, { exact: true }).selectOption(said)
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
    await fillDay(page, say('people.field.since'), since)
  }
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await openFilePage(page, 'detention')
  await expect(page).toHaveURL(/\/detention\?/)
}

test('a man held in Vottem: ordered, a petition each month, a flight refused, extended, released by the Council Chamber', async ({
  page,
  testServer,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, testServer, 'caseworker')
  const entered = ago(55)

  // He is known to be in Vottem, and nothing of the law is on record: the page says so and offers to begin.
  await openDetentionFile(page, 'Invented Prisoner', 'Closed centre Vottem', entered)
  await expect(
    page.getByRole('heading', { name: say('detention.episode.loose.held', { days: 56 }) }),
  ).toBeVisible()
  // The story and the deadlines of the file say it too, and lead to the form.
  const held = say('detention.episode.loose.held', { days: 56 })
  for (const part of (['deadlines', 'procedure'] as const).slice(0, drawn(1, 2))) {
    await openFilePage(page, part)
    await expect(page.getByText(held, { exact: true })).toBeVisible()
    await expect(page.getByText(say('detention.episode.why.noOrder'))).toBeVisible()
    await page.getByRole('link', { name: say('detention.episode.loose.record'), exact: true }).click()
    await expect(page).toHaveURL(/\/detention\?.*#begin$/)
    await expect(page.getByLabel(say('detention.episode.begin.context'))).toBeInViewport()
  }
  // Where and since when is known, and is asked after one press only.
  await expect(page.getByLabel(say('detention.episode.begin.place'))).toBeHidden()
  await page
    .getByLabel(say('detention.episode.begin.context'))
    .selectOption(say('detention.episode.context.police_check'))
  await page.getByRole('button', { name: say('detention.episode.begin.save') }).click()
  await expect(page.getByText(say('detention.episode.state.noOrder'))).toBeVisible()
  await expect(page.getByText(say('detention.episode.counter.total', { days: 56 }))).toBeVisible()

  // The order: two months, with the source, and the eighteen months of the directive.
  await record(page, KINDS.ordered, entered, {
    [ASKED.order]: labelOf('en', 'detention_order_type', 'initial'),
    [ASKED.ground]: 'Art. 7, return',
  })
  await expect(
    page.getByText(say('detention.episode.state.held', { ground: 'Art. 7, return' }), { exact: true }),
  ).toBeVisible()
  await expect(page.getByText('Immigration Office, Legal duration of detention').first()).toBeVisible()

  // A petition each month. The first is refused, and the next is possible a month after the decision.
  await record(page, KINDS.filed, ago(48), { [ASKED.court]: COUNCIL })
  await expect(
    page.getByText(say('detention.episode.petition.waiting', { since: inWords(ago(48)) })),
  ).toBeVisible()
  await record(page, KINDS.decided, ago(44), { [ASKED.court]: COUNCIL, [ASKED.decision]: 'Rejected' })
  await expect(
    page.getByText(saidAs('detention.episode.petition.from', { decided: inWords(ago(44)) })),
  ).toBeVisible()

  // The lawyer appeals within the day: that clock is answered.
  await record(page, KINDS.filed, ago(43), {
    [ASKED.court]: say('detention.episode.court.indictment_chamber'),
  })
  const title = 'Appeal to the Indictment Chamber'
  await expect(page.getByText(say('detention.episode.clocks.closed', { title }))).toBeVisible()

  // A flight is planned, and he refuses to board. What a form of events does is shown by the others.
  if (isSweep) {
    await record(page, KINDS.planned, ago(30), {
      [ASKED.removal]: 'Repatriation',
      [ASKED.destination]: 'Guinea',
    })
    await record(page, KINDS.attempted, ago(30), { [ASKED.outcome]: 'Refused by the person' })
    await expect(page.getByText(say('detention.episode.removal.attempts', { attempts: 1 }))).toBeVisible()
  }

  // Extended: the maximum is four months now, still from the first order.
  await record(page, KINDS.ordered, ago(10), {
    [ASKED.order]: 'Extension',
    [ASKED.ground]: 'Art. 7, return',
  })
  await page.getByText(say('detention.episode.counter.how')).click()
  await expect(page.getByText(say('detention.episode.step.extended', { on: inWords(ago(10)) }))).toBeVisible()

  // The second petition succeeds. Until it is recorded that he walked out, the page says so.
  await record(page, KINDS.filed, ago(6), { [ASKED.court]: COUNCIL })
  await record(page, KINDS.decided, ago(2), { [ASKED.court]: COUNCIL, [ASKED.decision]: 'Released' })
  await expect(
    page.getByText(say('detention.episode.state.releaseOrdered', { on: inWords(ago(2)) })),
  ).toBeVisible()
  await record(page, KINDS.ended, ago(1), { [ASKED.reason]: 'Released by court decision' })
  const release = { reason: 'Released by court decision', on: inWords(ago(1)) }
  await expect(page.getByText(say('detention.episode.state.ended', release))).toBeVisible()
  await expect(page.getByText(say('detention.episode.counter.was', { days: 55 }))).toBeVisible()
  const counts = { orders: 2, petitions: 2, attempts: drawn(0, 1) }
  const finding = say('detention.episode.drawing.finding', { days: 55, ...counts })
  await expect(page.getByRole('img', { name: finding }).first()).toBeVisible()

  // Nothing that runs is left open in the file, and the head of the file shows no centre any more.
  await page
    .getByRole('link', { name: say('deadlines.file.title'), exact: true })
    .last()
    .click()
  await expect(page.getByText(say('deadlines.file.empty'))).toBeVisible()

  // The page is whole in every language, on a phone too.
  await openFilePage(page, 'detention')
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

test('a family in a return home: one episode, a stay for each of them', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await openDetentionFile(page, 'Invented Mother', 'Return home Tubize', ago(3))
  // The children join the file.
  await openFilePage(page, 'details')
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
  await openFilePage(page, 'detention')
  await expect(page.getByRole('heading', { name: saidAs('detention.episode.loose.held') })).toBeVisible()
  for (const child of ['Invented Son', 'Invented Daughter']) await page.getByLabel(child).check()
  await page.getByRole('button', { name: say('detention.episode.begin.save') }).click()
  await expect(page.getByText(say('detention.episode.people.family'))).toBeVisible()
  for (const someone of ['Invented Mother', 'Invented Son', 'Invented Daughter'])
    await expect(
      page.getByRole('listitem').filter({ hasText: `${someone}: Return home Tubize` }),
    ).toBeVisible()
  await record(page, KINDS.ordered, ago(3), {
    [ASKED.order]: labelOf('en', 'detention_order_type', 'initial'),
    [ASKED.ground]: 'Art. 7, return',
  })
  await expect(
    page.getByText(say('detention.episode.state.held', { ground: 'Art. 7, return' }), { exact: true }),
  ).toBeVisible()

  // A wrong day is put right, and what stood there before stays readable.
  await openTools(page, { of: KINDS.ordered })
  await page
    .getByRole('link', { name: pressOf(say('detention.episode.form.correct'), KINDS.ordered) })
    .click()
  await fillDay(page, say('detention.episode.form.on'), ago(2))
  await page.getByRole('button', { name: say('detention.episode.form.saveCorrection') }).click()
  await expect(page.getByText(say('detention.episode.events.earlier', { count: 1 }))).toBeVisible()
})

test('a flight in three days stands on Today and first in the planner; a decision that was a mistake gives its clock back', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  test.setTimeout(120_000)
  await signInAs(page, testServer, 'caseworker')
  await openDetentionFile(page, 'Invented Passenger', 'Closed centre Vottem', ago(20))
  const detention = page.url()
  const file = new URL(detention).searchParams.get('file') ?? ''
  await page.getByRole('button', { name: say('detention.episode.begin.save') }).click()
  await expect(page.getByText(say('detention.episode.state.noOrder'))).toBeVisible()
  await record(page, KINDS.filed, ago(12), { [ASKED.court]: COUNCIL })
  await record(page, KINDS.planned, ago(-3), { [ASKED.removal]: 'Repatriation' })

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
  await expect(first).toContainText(inWords(ago(-3)))
  await expectAccessible(page)
  await first.getByRole('link', { name: saidAs('today.first.openDetention') }).click()
  await expect(page).toHaveURL(/\/detention\?/)

  // The planner says why to see him.
  await page.goto('/planning')
  await unfoldAll(page)
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.locator(`a[href*="${file}"]`) })
      .first(),
  ).toContainText(saidAs('planning.reason.removal'))

  // The Council Chamber decided, someone writes down, and it was someone else’s letter: the watch runs anew.
  await page.goto(detention)
  await record(page, KINDS.decided, ago(8), { [ASKED.court]: COUNCIL, [ASKED.decision]: 'Rejected' })
  const title = titleOf('CC_DECISION')
  await expect(page.getByText(say('detention.episode.clocks.closed', { title }))).toBeVisible()
  const decided = page.locator('li').filter({
    has: page.getByRole('heading', { level: 4, name: starting(KINDS.decided) }),
  })
  await openTools(decided)
  await decided.getByText(pressOf(say('detention.episode.withdraw.title'), KINDS.decided)).click()
  await decided.getByLabel(say('detention.episode.withdraw.other_person')).check()
  await decided.getByRole('button', { name: say('detention.episode.withdraw.save') }).click()
  await expect(page.getByText(say('detention.episode.events.withdrawn', { count: 1 }))).toBeVisible()
  await page.goto(detention.replace('/detention?', '/deadlines?'))
  const again = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: title }),
  })
  await expect(again.first()).toContainText(say('deadlines.file.again'))
  await expectAccessible(page)

  // He is removed: what surely ends is closed, what no one can say is named.
  await page.goto(detention)
  await record(page, KINDS.decided, ago(7), { [ASKED.court]: COUNCIL, [ASKED.decision]: 'Rejected' })
  await record(page, KINDS.ended, ago(1), { [ASKED.reason]: REMOVED })
  await expect(page.getByText(say('detention.episode.left.title'))).toBeVisible()
  await expect(page.getByText(/^Appeal to the Indictment Chamber:/)).toBeVisible()

  // The timeline of the file tells it all, by a chip of its own, in every language and on a phone.
  const timeline = detention.replace('/detention?', '?')
  await page.goto(timeline)
  await page.getByText(say('cases.timeline.everything')).click()
  await page.getByRole('checkbox', { name: say('cases.entryKind.detention') }).check()
  await expect(page).toHaveURL(/kind=detention/)
  const removed = say('detention.episode.named', { kind: KINDS.ended, facts: REMOVED })
  await expect(page.getByRole('link', { name: removed })).toBeVisible()
  const planned = starting(say('detention.episode.named', { kind: KINDS.planned, facts: 'Repatriation' }))
  await expect(page.getByRole('link', { name: planned })).toBeVisible()
  await expect(page.getByRole('link', { name: starting(KINDS.decided) })).toHaveCount(1)
  const narrowed = page.url()
  await page.getByRole('link', { name: removed }).click()
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
