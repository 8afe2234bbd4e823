import type { Page } from '@playwright/test'
import { labelOf } from '../../support/label-of'
import { type Say, sayingsIn } from '../../support/say'
import { isSweep } from '../../support/sweep'
import { expectAccessible, expectNoSidewaysScroll, type Locale } from '../fixtures'
import { type Hands, handsOn } from './hands'

/** Someone on their way through the application: the page before them, their hands, and the words of their language. */
export type Walker = Hands & {
  readonly page: Page
  readonly say: Say
  readonly label: (list: string, code: string) => string
  /** To a place of the main menu; on a phone some of them stand under “More”. */
  readonly goTo: (place: Parameters<typeof placeKey>[0]) => Promise<void>
  /** Nothing hangs over the edge of the screen. */
  readonly glance: () => Promise<void>
  /** Nothing hangs over the edge, and axe finds nothing: for what no other test of the four languages shows axe. */
  readonly lookAround: () => Promise<void>
}

const PHONE = { width: 390, height: 844 } as const
const DESK = { width: 1366, height: 768 } as const

/** Every language once and both screens twice, the languages of the longest words on the phone; `npm test` walks the first. */
const ALL_WALKS = [
  { locale: 'en', screen: DESK },
  { locale: 'fr', screen: PHONE },
  { locale: 'nl', screen: DESK },
  { locale: 'de', screen: PHONE },
] as const satisfies readonly { locale: Locale; screen: { width: number; height: number } }[]
export const WALKS = isSweep ? ALL_WALKS : ALL_WALKS.slice(0, 1)

const placeKey = (
  place: 'today' | 'caseload' | 'visits' | 'deadlines' | 'minors' | 'belgium' | 'statistics' | 'accounts',
) => `menu.place.${place}` as const

export const walkerOn = (page: Page, locale: Locale): Walker => {
  const say = sayingsIn(locale)
  const hands = handsOn(page)
  return {
    ...hands,
    page,
    say,
    label: (list, code) => labelOf(locale, list, code),
    goTo: async (place) => {
      const menu = page.getByRole('navigation', { name: say('layout.menu') })
      const link = page.getByRole('link', { name: say(placeKey(place)), exact: true })
      if ((await link.count()) === 0)
        await hands.press(menu.getByRole('button', { name: say('layout.more') }))
      await hands.press(link.first())
    },
    glance: () => expectNoSidewaysScroll(page),
    lookAround: async () => {
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    },
  }
}
