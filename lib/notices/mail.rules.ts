/** When a mail is due. It says how many notices of which kind wait; no file, no code, no name. */
import type { Day } from '@/lib/shared/dates'
import { daysBetween } from '@/lib/shared/dates'
import { isKind, isQuiet, KINDS, type NoticeKind, type Preference, wayOf } from './notice.rules'

export type Waiting = { readonly kind: string; readonly count: number }
export type Recipient = {
  readonly waiting: readonly Waiting[]
  readonly settings: Parameters<typeof wayOf>[1]
  readonly preference: Preference
  /** The day of the last digest in Brussels; null when there was none. */
  readonly digestedOn: Day | null
}
/** Day and hour of Brussels. `isMonday` begins the week of a weekly digest. */
export type Moment = { readonly day: Day; readonly hour: number; readonly isMonday: boolean }
export type Due = {
  readonly kinds: readonly { readonly kind: NoticeKind; readonly count: number }[]
  readonly hasDigest: boolean
}

const isDigestDue = ({ preference, digestedOn }: Recipient, { day, isMonday }: Moment): boolean => {
  if (preference.digest === 'off') return false
  if (digestedOn === null) return preference.digest === 'daily' || isMonday
  const days = daysBetween(digestedOn, day)
  return preference.digest === 'daily' ? days >= 1 : days >= 7 || (isMonday && days >= 1)
}

/**
 * What goes out at this moment; null when nothing does. Quiet hours hold everything back but what is urgent: a life may
 * be at stake. A mail that goes out anyway takes along what waits for the digest only when the digest is due.
 */
export const dueMail = (recipient: Recipient, moment: Moment): Due | null => {
  const isNight = isQuiet(moment.hour, recipient.preference)
  const hasDigest = !isNight && isDigestDue(recipient, moment)
  const kinds = recipient.waiting.flatMap(({ kind, count }) => {
    if (!isKind(kind)) return []
    const way = wayOf(kind, recipient.settings)
    const goes = way === 'now' ? !isNight || KINDS[kind].isUrgent : way === 'digest' && hasDigest
    return goes ? [{ kind, count }] : []
  })
  return kinds.length === 0
    ? null
    : {
        kinds,
        hasDigest: hasDigest && kinds.some(({ kind }) => wayOf(kind, recipient.settings) === 'digest'),
      }
}
