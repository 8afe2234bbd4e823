import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** The words of settings, without what checks what is typed: pages bring these along (docs/adr/0033). */

export const ACCENTS = vocabulary('settings.accents', ['petrol', 'indigo', 'green', 'plum', 'rust', 'slate'])
export type Accent = CodeOf<typeof ACCENTS>
/** How people stand in lists: by name, or by initials and codes on every device. */
export const NAMINGS = vocabulary('settings.namings', ['names', 'codes'])
export type Naming = CodeOf<typeof NAMINGS>
export const MAIL_SECURITY = vocabulary('settings.mail-security', ['starttls', 'tls'])
/** What an organisation does; what it does not do is left out of its menus. */
export const KINDS_OF_WORK = vocabulary('settings.kinds-of-work', [
  'detention',
  'asylum',
  'minors',
  'trafficking',
])
export type KindOfWork = CodeOf<typeof KINDS_OF_WORK>
export const STEPS = vocabulary('settings.setup-steps', [
  'name',
  'offices',
  'work',
  'places',
  'lists',
  'people',
  'safety',
  'first',
])
export type SetupStep = CodeOf<typeof STEPS>
export const STEP_STATES = vocabulary('settings.step-states', ['done', 'skipped'])
export type StepState = CodeOf<typeof STEP_STATES>
/** Days after which a file may be looked at again. */
export const REVIEW_DAYS = [7, 14, 30, 90] as const
export type ReviewDays = (typeof REVIEW_DAYS)[number]

/** Days that someone may go unseen. Who is at higher risk never waits longer than who is at lower. */
export const UNSEEN_BOUNDS = { from: 3, to: 45 } as const

export const SETTING_PAGES = vocabulary('settings.pages', ['organisation', 'work', 'signIn', 'mail', 'setup'])
export type SettingPage = CodeOf<typeof SETTING_PAGES>

/** Days until someone counts as not seen: in a closed centre, and by risk. */
export type UnseenDays = Readonly<Record<'held' | 'high' | 'medium' | 'low', number>>
/** Days until the next review, by risk. */
export type ReviewByRisk = Readonly<Record<'high' | 'medium' | 'low', ReviewDays>>
