/** Notices: what a colleague is told, where and when. A notice names a kind and a file, never a person. */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Each kind and how it reaches someone who changed nothing. A later room adds a line, words in messages, and calls insertNotices. */
export const KINDS = {
  signal_critical: { way: 'now', isUrgent: true },
  signal_answered: { way: 'house', isUrgent: false },
  file_assigned: { way: 'digest', isUrgent: false },
  question_asked: { way: 'digest', isUrgent: false },
  question_answered: { way: 'digest', isUrgent: false },
  task_given: { way: 'digest', isUrgent: false },
  deadline_critical: { way: 'now', isUrgent: true },
  // Reminders come with the day, so they wait for the morning.
  deadline_near_critical: { way: 'now', isUrgent: false },
  deadline_near: { way: 'digest', isUrgent: false },
  deadline_passed: { way: 'now', isUrgent: false },
  plan_published: { way: 'digest', isUrgent: false },
  handover_asked: { way: 'digest', isUrgent: false },
  handover_decided: { way: 'house', isUrgent: false },
  glass_broken: { way: 'now', isUrgent: true },
  word_asked: { way: 'now', isUrgent: false },
  erasure_asked: { way: 'digest', isUrgent: false },
  figure_waits: { way: 'digest', isUrgent: false },
  capability_waits: { way: 'digest', isUrgent: false },
  capability_changed: { way: 'digest', isUrgent: false },
  release_waits: { way: 'digest', isUrgent: false },
  mistake_reported: { way: 'digest', isUrgent: false },
  mistake_answered: { way: 'house', isUrgent: false },
  // Written by app.tell_wrong_tries, once a day.
  sign_in_tried: { way: 'now', isUrgent: false },
  // Written by app.tell_passkey, to the account it is of.
  passkey_changed: { way: 'now', isUrgent: false },
  colleague_tried: { way: 'now', isUrgent: false },
  // Written by app.tell_damage, once for each damaged text, paper or key.
  content_damaged: { way: 'now', isUrgent: false },
  // Written by app.tell_failed_copies, once a day, to admins.
  audit_copy_failed: { way: 'now', isUrgent: false },
  // Written by app.remind_holds, on the day.
  hold_review: { way: 'digest', isUrgent: false },
  // Written by app.open_share, where no one is signed in.
  share_opened: { way: 'house', isUrgent: false },
  // Written by app.take_incoming, where no one is signed in, and to the colleague to whom one is given.
  incoming_came: { way: 'digest', isUrgent: false },
  incoming_urgent: { way: 'now', isUrgent: true },
  // Written by app.find_duplicates, after the commit of the one who wrote someone down.
  possible_twin: { way: 'digest', isUrgent: false },
} as const
export type NoticeKind = keyof typeof KINDS
/** now and digest: in the application and by mail. house: in the application only. off: not at all. */
export const WAYS = vocabulary('notices.ways', ['now', 'digest', 'house', 'off'])
export type Way = CodeOf<typeof WAYS>
export const DIGESTS = vocabulary('notices.digests', ['daily', 'weekly', 'off'])
export type Digest = CodeOf<typeof DIGESTS>

export const isKind = (text: string): text is NoticeKind => Object.hasOwn(KINDS, text)
export const listKinds = (): NoticeKind[] => Object.keys(KINDS).filter(isKind)

type Stored = { readonly kind: string; readonly way: string }

/** What counts for a kind: what was chosen, else the default. */
export const wayOf = (kind: NoticeKind, stored: readonly Stored[]): Way => {
  const own = stored.find((one) => one.kind === kind)?.way
  return own === undefined ? KINDS[kind].way : WAYS.read(own)
}

export type Preference = {
  readonly digest: Digest
  /** Hours of Brussels; equal hours: no quiet time. */
  readonly quietFrom: number
  readonly quietUntil: number
}
export const DEFAULT_PREFERENCE: Preference = { digest: 'daily', quietFrom: 20, quietUntil: 7 }

export const isQuiet = (hour: number, { quietFrom, quietUntil }: Preference): boolean => {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil
}
