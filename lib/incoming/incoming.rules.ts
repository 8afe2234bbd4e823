import { vocabulary } from '@/lib/shared/vocabulary'

/** A person of whom a partner lets an office know, by a link and without an account (docs/adr/0191). */

/** How urgent the partner says it is, the most urgent first. */
export const INCOMING_URGENCIES = vocabulary('incoming.urgencies', ['now', 'days', 'weeks'])

/** How the person agreed to it, or why they were not asked. */
export const AGREED = vocabulary('incoming.agreed', ['informed', 'minor', 'unable', 'other'])

/** What became of it: a new file, a file that was there, an enquiry that is counted, an answer without any of them, a refusal. */
export const OUTCOMES = vocabulary('incoming.outcomes', [
  'file',
  'existing',
  'enquiry',
  'answered',
  'refused',
])

/** A link: how long it lasts and how many people may come by it in twenty-four hours. The database refuses more (prisma/sql/checks). */
export const LINK_DAYS = ['7', '30', '60', '90'] as const
export const USUAL_LINK_DAYS: (typeof LINK_DAYS)[number] = '30'
export const LINK_A_DAY = ['1', '3', '5', '10', '20', '50'] as const
export const USUAL_LINK_A_DAY: (typeof LINK_A_DAY)[number] = '5'

/** Without a decision after so many days, the list warns. */
export const WARN_AFTER_DAYS = 3
/** So long after the decision it is deleted (app.forget_incoming). */
export const KEPT_DAYS = 30

export const LINK_STATES = vocabulary('incoming.link-states', ['open', 'revoked', 'expired'])

export const linkStateOf = (
  link: { readonly revokedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): (typeof LINK_STATES.codes)[number] => {
  if (link.revokedAt !== null) return 'revoked'
  return link.expiresAt <= now ? 'expired' : 'open'
}

const DAY = 24 * 60 * 60 * 1000
/** Whole days since it came. */
export const daysWaited = (arrivedAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - arrivedAt.getTime()) / DAY))
