import type { Locator } from '@playwright/test'
import { saidAs } from '../../support/say'
import { tree } from '../../support/tree'
import { expect } from '../fixtures'
import type { Walker } from './walker'

/** Its number, then who it is: a phone has no room for the code of a file beside a name. */
const FIRST_CARD = /1 \S/

/** A caseworker comes home from a closed centre and writes down their day. `mark` makes their words the only ones of a kind. */
export const writeVisitDay = async (walker: Walker, mark: string): Promise<void> => {
  const { page, say, press, glance } = walker
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await glance()
  // On a phone in the bar near the thumb, on a laptop under “New”.
  const nearby = page.getByRole('navigation').getByRole('link', { name: say('menu.begin.logVisit') })
  if (await nearby.isVisible()) await press(nearby)
  else {
    await press(button(say('layout.new')))
    await press(page.getByRole('dialog').getByRole('link', { name: say('menu.begin.logVisit') }))
  }
  await fillVisitDay(walker, mark)
}

/** The same once the form of a centre is open, in which at least three people are. */
export const fillVisitDay = async (walker: Walker, mark: string): Promise<void> => {
  const { page, say, label, press, tick, choose, write, glance, lookAround } = walker
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const cards = page.locator('li[id^="card-"]')
  const note = say('detention.form.note')
  await expect(page.getByRole('heading', { name: say('detention.form.people'), exact: true })).toBeVisible()
  await glance()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(
    tree([
      ['heading[level=1]'],
      ['button', say('detention.form.headerRight')],
      [
        'region',
        say('detention.form.people'),
        [
          ['heading[level=2]', say('detention.form.people')],
          ['searchbox', say('detention.form.find')],
          ['button', say('detention.form.addNew')],
          [
            'list',
            null,
            [
              [
                'listitem',
                null,
                [
                  ['heading[level=3]', FIRST_CARD, [['button', FIRST_CARD]]],
                  [
                    'group',
                    saidAs('detention.form.outcomeOf', {}, say),
                    [
                      ['radio', say('detention.answer.seen')],
                      ['radio', say('detention.answer.not_seen')],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ]),
  )
  await press(button(say('detention.form.headerRight')))

  const [worried, missed, tired] = [cards.nth(0), cards.nth(1), cards.nth(2)]
  const outcome = (card: Locator, name: Parameters<typeof say>[0]) =>
    card.getByRole('radio', { name: say(name), exact: true })
  await choose(outcome(worried, 'detention.answer.seen'))
  await tick(worried.getByRole('checkbox', { name: label('action_type', 'listened'), exact: true }))
  const worry = label('concern_type', 'self_harm')
  await tick(worried.getByRole('checkbox', { name: worry, exact: true }))
  const question = say('detention.form.ask', { signal: worry, question: say('detention.question.plan') })
  await write(worried.getByLabel(question), `No plan, no means. ${mark}`)
  await write(worried.getByLabel(note, { exact: true }), `Has not slept. ${mark}`)
  await choose(worried.getByRole('radio', { name: say('detention.form.stepMe'), exact: true }))
  await write(worried.getByLabel(say('detention.form.stepText'), { exact: true }), 'Phone the lawyer')
  await choose(worried.getByRole('radio', { name: say('detention.form.due.tomorrow') }))
  await expect(worried.getByText(say('detention.form.toldAtOnce'))).toBeVisible()
  await lookAround()

  // On a phone the rarer answers are on the opened card.
  const declined = outcome(missed, 'detention.answer.refused')
  if (!(await declined.isVisible())) await press(missed.getByRole('button').first())
  await choose(declined)
  await choose(outcome(tired, 'detention.answer.seen'))
  await tick(tired.getByRole('checkbox', { name: label('action_type', 'listened'), exact: true }))
  await write(tired.getByLabel(note, { exact: true }), `Asks for shoes. ${mark}`)

  await press(button(say('detention.form.addNew')))
  const stranger = cards.last()
  await write(stranger.getByLabel(say('detention.form.name')), `Belio ${mark}`)
  await write(stranger.getByLabel(say('detention.form.age'), { exact: true }), '17')

  await press(button(say('detention.form.addGroup')))
  await write(page.getByLabel(say('detention.form.groupPeople')), '4')
  await press(page.locator('[aria-controls="about-centre"]'))
  await tick(page.locator('#about-centre input[type="checkbox"]').first())
  await write(page.locator('#about-centre textarea').first(), `The yard was closed. ${mark}`)
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
    await expect(page.getByRole('paragraph').filter({ hasText: `${words} ${mark}` })).toBeVisible()
  // A colleague's words about the same day may stand there too.
  await expect(page.getByRole('article').nth(3)).toBeVisible()
  await lookAround()
}
