import { expect } from '../fixtures'
import type { Walker } from './walker'

/** A caseworker comes home from a closed centre and writes down her day. `mark` makes her words the only ones of a kind. */
export const writeVisitDay = async (walker: Walker, mark: string): Promise<void> => {
  const { page, say, label, press, tick, choose, write, glance, lookAround } = walker
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const cards = page.locator('li[id^="card-"]')
  const note = say('detention.form.note')

  await glance()
  await press(button(say('layout.new')))
  await press(page.getByRole('dialog').getByRole('link', { name: say('layout.begin.logVisit') }))
  await expect(page.getByRole('heading', { name: say('detention.choose.question') })).toBeVisible()
  await glance()
  await press(page.getByRole('main').getByRole('listitem').getByRole('link').first())
  await expect(page.getByRole('heading', { name: say('detention.form.people'), exact: true })).toBeVisible()
  await glance()

  const [worried, missed, tired] = [cards.nth(0), cards.nth(1), cards.nth(2)]
  await press(worried.getByRole('button').first())
  await choose(worried.getByRole('radio', { name: say('detention.outcome.seen'), exact: true }))
  await tick(worried.getByRole('checkbox', { name: label('action_type', 'listened'), exact: true }))
  const worry = label('concern_type', 'self_harm')
  await tick(worried.getByRole('checkbox', { name: worry, exact: true }))
  const question = say('detention.form.ask', { signal: worry, question: say('detention.question.plan') })
  await write(worried.getByLabel(question), `No plan, no means. ${mark}`)
  await write(worried.getByLabel(note, { exact: true }), `Has not slept. ${mark}`)
  await choose(worried.getByRole('radio', { name: say('detention.form.stepMe'), exact: true }))
  await write(worried.getByLabel(say('detention.form.stepText'), { exact: true }), 'Phone the lawyer')
  await press(worried.getByRole('button', { name: say('detention.form.tomorrow') }))
  await expect(worried.getByText(say('detention.form.toldAtOnce'))).toBeVisible()
  await lookAround()

  await press(missed.getByRole('button').first())
  await choose(missed.getByRole('radio', { name: say('detention.outcome.refused'), exact: true }))
  await press(tired.getByRole('button').first())
  await choose(tired.getByRole('radio', { name: say('detention.outcome.seen'), exact: true }))
  await tick(tired.getByRole('checkbox', { name: label('action_type', 'listened'), exact: true }))
  await write(tired.getByLabel(note, { exact: true }), `Asks for shoes. ${mark}`)

  await press(button(say('detention.form.addNew')))
  const stranger = cards.last()
  await write(stranger.getByLabel(say('detention.form.name')), `Belio ${mark}`)
  await write(stranger.getByLabel(say('detention.form.age'), { exact: true }), '17')
  await choose(stranger.getByRole('radio', { name: say('detention.outcome.seen'), exact: true }))

  await press(button(say('detention.form.addGroup')))
  await write(page.getByLabel(say('detention.form.groupPeople')), '4')
  await press(page.getByRole('button', { name: new RegExp(`^${say('detention.form.centre')}`) }))
  const [theme] = await page.locator('#about-centre textarea').all()
  if (theme === undefined) throw new Error('nothing can be written about the centre')
  await write(theme, `The yard was closed. ${mark}`)
  await glance()

  const gaps = `${say('detention.gap.noAction')}, ${say('detention.gap.noNote')}`
  const nothingDone = say('detention.check.gap', { name: `Belio ${mark}`, gaps })
  await press(button(say('detention.form.check')))
  await expect(page.getByRole('heading', { name: say('detention.check.title') })).toBeFocused()
  await expect(page.getByText(nothingDone)).toBeVisible()
  await lookAround()
  await press(button(say('detention.form.save')))
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  for (const words of ['No plan, no means.', 'Has not slept.', 'Asks for shoes.', 'The yard was closed.'])
    await expect(page.getByText(`${words} ${mark}`)).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(4)
  await lookAround()
}
