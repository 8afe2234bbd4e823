import type pg from 'pg'
import { LOCALE_NAMES } from '../../../lib/i18n/locales'
import { addDays, dayOf } from '../../../lib/shared/dates'
import { openFilePage } from '../file-pages'
import { expect } from '../fixtures'
import type { Walker } from './walker'

const TODAY = dayOf(new Date())

/** The three boxes of a day. */
const writeDay = async ({ page, say, write }: Walker, group: string, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-')
  const boxes = page.getByRole('group', { name: group, exact: true })
  await write(boxes.getByRole('textbox', { name: say('forms.day'), exact: true }), date)
  await write(boxes.getByRole('textbox', { name: say('forms.month'), exact: true }), month)
  await write(boxes.getByRole('textbox', { name: say('forms.year'), exact: true }), year)
}

/** A file of the caseworker's in which nothing is written about what is meant, by its code. */
const codeOf = async (db: pg.Pool, where: string): Promise<string> => {
  const { rows } = await db.query<{ code: string }>(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.status <> 'closed' AND ${where}
      ORDER BY f.code LIMIT 1`,
  )
  const [file] = rows
  if (file === undefined) throw new Error(`the demo has no file where ${where}`)
  return file.code
}

/** A caseworker writes down that someone applied and lodged, and finds the deadline that this starts. */
export const recordProcedure = async (walker: Walker, db: pg.Pool): Promise<void> => {
  const { page, say, press, pick, write, glance } = walker
  const code = await codeOf(db, 'NOT EXISTS (SELECT 1 FROM asylum_application a WHERE a.case_id = f.id)')
  await page.goto(`/cases/${code}/asylum`)
  await pick(page.getByLabel(say('asylum.wayLabel')).first(), say('asylum.way.territory'))
  await write(page.getByLabel(say('asylum.sequenceLabel')), '1')
  await press(page.getByRole('button', { name: say('asylum.save'), exact: true }).first())
  await expect(page.getByText(say('asylum.sequence', { number: 1 })).first()).toBeVisible()
  await pick(page.getByLabel(say('asylum.chooseKind')), say('asylum.kind.lodged'))
  await press(page.getByRole('button', { name: say('asylum.goOn'), exact: true }))
  await expect(
    page.getByRole('heading', { level: 3, name: say('asylum.kind.lodged'), exact: true }),
  ).toBeVisible()
  await writeDay(walker, say('asylum.field.on'), addDays(TODAY, -2))
  await press(page.getByRole('button', { name: say('asylum.field.save'), exact: true }))
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: say('asylum.savedTitle', { event: say('asylum.kind.lodged') }) }),
  ).toBeVisible()
  await glance()
  await openFilePage(page, 'deadlines', { say, press })
  await glance()
}

/** A caseworker writes down why someone who is in a centre is held, and the order for it. */
export const recordOrder = async (walker: Walker, db: pg.Pool): Promise<void> => {
  const { page, say, label, press, pick, glance } = walker
  const code = await codeOf(
    db,
    `EXISTS (SELECT 1 FROM case_person cp JOIN place_stay p ON p.person_id = cp.person_id
              WHERE cp.case_id = f.id AND p.until IS NULL)
     AND NOT EXISTS (SELECT 1 FROM detention_episode e WHERE e.case_id = f.id)`,
  )
  await page.goto(`/cases/${code}/detention`)
  await pick(
    page.getByLabel(say('detention.episode.begin.context')),
    say('detention.episode.context.police_check'),
  )
  await press(page.getByRole('button', { name: say('detention.episode.begin.save'), exact: true }))
  await expect(page.getByText(say('detention.episode.state.noOrder'))).toBeVisible()
  const kind = page.getByRole('combobox', { name: say('detention.episode.form.kind'), exact: true })
  if (!(await kind.isVisible()))
    await press(page.getByText(say('detention.episode.events.record'), { exact: true }).first())
  await pick(kind, say('detention.episode.kind.ordered'))
  await writeDay(walker, say('detention.episode.form.on'), TODAY)
  await pick(
    page.getByLabel(say('detention.episode.form.orderKind'), { exact: true }),
    label('detention_order_type', 'initial'),
  )
  await pick(page.getByLabel(say('detention.episode.form.ground'), { exact: true }), 'Art. 7, return')
  await press(page.getByRole('button', { name: say('detention.episode.form.save'), exact: true }))
  await expect(page).toHaveURL(/saved=/)
  await expect(
    page
      .getByRole('heading', { level: 4 })
      .filter({ hasText: say('detention.episode.kind.ordered') })
      .first(),
  ).toBeVisible()
  await glance()
}

/** A caseworker writes down that someone began a hunger strike. */
export const recordHungerStrike = async (walker: Walker, db: pg.Pool): Promise<void> => {
  const { page, say, press, pick, glance } = walker
  const code = await codeOf(
    db,
    `EXISTS (SELECT 1 FROM detention_episode e JOIN place_stay p ON p.episode_id = e.id
              WHERE e.case_id = f.id AND p.until IS NULL)`,
  )
  await page.goto(`/cases/${code}/detention`)
  const kind = page.getByRole('combobox', { name: say('detention.episode.form.kind'), exact: true })
  await press(page.getByText(say('detention.episode.events.record'), { exact: true }).first())
  await expect(kind).toBeVisible()
  await pick(kind, say('detention.episode.kind.hunger_strike_began'))
  await writeDay(walker, say('detention.episode.form.on'), TODAY)
  await press(page.getByRole('button', { name: say('detention.episode.form.save'), exact: true }))
  await expect(page).toHaveURL(/saved=/)
  await expect(
    page
      .getByRole('heading', { level: 4 })
      .filter({ hasText: say('detention.episode.kind.hunger_strike_began') })
      .first(),
  ).toBeVisible()
  await glance()
}

/** A caseworker opens a file apart for someone new who may be a victim of trafficking, and prepares the sheet for a centre. */
export const referTrafficking = async (walker: Walker): Promise<void> => {
  const { page, say, label, press, tick, choose, pick, write, glance } = walker
  await page.goto('/people/new')
  await write(page.getByLabel(say('people.field.name'), { exact: true }), 'Invented Kitchenhand')
  await choose(page.getByRole('radio', { name: label('case_kind', 'general'), exact: true }))
  await press(page.getByRole('button', { name: say('people.intake.save') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Kitchenhand')
  await openFilePage(page, 'referrals', { say, press })
  await press(page.getByRole('link', { name: say('referrals.trafficking') }))
  const second = page.getByLabel(say('trafficking.second'))
  await expect(second).toBeVisible()
  await pick(second, (await second.locator('option').allTextContents())[1] ?? '')
  await press(page.getByRole('button', { name: say('trafficking.begin') }))
  const answer = (question: Parameters<typeof say>[0], words: Parameters<typeof say>[0]) =>
    page
      .getByRole('group', { name: say(question), exact: true })
      .getByRole('radio', { name: say(words), exact: true })
  await choose(answer('trafficking.ask.danger', 'trafficking.answer.no'))
  await choose(answer('trafficking.ask.safe', 'trafficking.answer.yes'))
  // A phone shows the fields that no one answered after one press.
  const fold = page.locator('summary').filter({ hasText: say('trafficking.formFold') })
  if (await fold.isVisible()) await press(fold)
  await tick(page.getByRole('checkbox', { name: label('exploitation_form', 'labour') }))
  await pick(
    page.getByLabel(say('trafficking.regionLabel'), { exact: true }),
    say('trafficking.region.brussels'),
  )
  await press(page.getByRole('button', { name: say('trafficking.saveStep'), exact: true }))
  await expect(page.getByRole('navigation', { name: say('trafficking.steps'), exact: true })).toContainText(
    say('trafficking.stepDone'),
  )
  await glance()
  await press(page.getByRole('button', { name: say('trafficking.referTo', { name: 'PAG-ASA' }) }))
  await expect(page.locator('[data-preview="sheet"]')).toBeVisible()
  await glance()
}

/** A caseworker reports a minor whom no one has reported yet, on a paper in French, and records that it was sent. */
export const reportMinor = async (walker: Walker): Promise<void> => {
  const { page, say, press, write, goTo, glance } = walker
  await page.goto('/')
  await goTo('minors')
  const report = page.getByRole('main').getByText(say('guardianship.list.report'), { exact: true })
  await press(report.first())
  const paper = page.locator('[data-preview="report"]')
  await press(page.getByRole('link', { name: LOCALE_NAMES.fr, exact: true }))
  await expect(paper).toHaveAttribute('lang', 'fr')
  await write(page.getByLabel(say('guardianship.report.urgent')), 'Insuline')
  await press(page.getByRole('button', { name: say('guardianship.report.save') }))
  await expect(paper).toContainText('Insuline')
  await glance()
  await press(page.getByRole('link', { name: say('guardianship.report.record') }))
  await press(page.locator('#record').getByRole('button', { name: say('guardianship.field.save') }))
  await expect(page.getByText(say('guardianship.state.reported'))).toBeVisible()
  await glance()
}
