/** Several colleagues write one visit: which accounts are of one conversation, and what holds when they differ. */

import { SEVERITIES, type Severity } from '@/lib/cases/severity.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, order, vocabulary } from '@/lib/shared/vocabulary'
import { OUTCOMES, type Outcome } from './outcome.rules'

export const MODES = vocabulary('detention.modes', ['in_person', 'phone', 'video'])
export const INTERPRETERS = vocabulary('detention.interpreters', ['in_person', 'phone', 'none'])

// Who was spoken to was seen, whatever a colleague heard at the desk; "not seen" says least.
const STRENGTH = order('detention.outcome-strength', OUTCOMES, [
  'not_seen',
  'gone',
  'isolation',
  'refused',
  'seen',
])

/** Whether an outcome says that the person is in the centre; null where it says nothing of that. Of `false` app.count_silence knows too. */
export const IS_THERE: Readonly<Record<Outcome, boolean | null>> = {
  seen: true,
  not_seen: null,
  refused: true,
  isolation: true,
  gone: false,
}

/** What holds of a conversation of which several colleagues wrote. */
export const strongestOutcome = (first: Outcome, others: readonly Outcome[]): Outcome =>
  others.reduce((best, one) => (STRENGTH.rank(one) > STRENGTH.rank(best) ? one : best), first)

type Met = {
  readonly caseId: string
  readonly personId: string
  readonly mode: string
  readonly isAgain: boolean
  readonly metAt: string | null
}

/**
 * Two accounts with one key are of one conversation. A second one that day has its time; without a time no one can say
 * which it was, so it stays alone (null). Another file of the same person is another circle and never meets this one.
 */
export const toConversationKey = ({ caseId, personId, mode, isAgain, metAt }: Met): string | null => {
  if (isAgain && metAt === null) return null
  return [caseId, personId, mode, isAgain ? metAt : 'first'].join(' ')
}

type Raised = { readonly code: string; readonly severity: Severity; readonly isAnswered: boolean }

/** False when a colleague's open signal already says all of it: raised twice it would have to be answered twice. */
export const isNewSignal = (
  { code, severity, note }: { readonly code: string; readonly severity: Severity; readonly note: string },
  raised: readonly Raised[],
): boolean =>
  note.trim() !== '' ||
  !raised.some(
    (one) =>
      one.code === code && !one.isAnswered && SEVERITIES.rank(one.severity) >= SEVERITIES.rank(severity),
  )

type Group = { readonly people: number; readonly country: string | null; readonly authorId: string | null }

/**
 * People met without a name. What two colleagues each write of people from one country is one group seen by both: the
 * larger count holds. What one of them writes in several rows are several groups.
 */
export const countUnnamed = (groups: readonly Group[]): number => {
  const counts = new Map<string, Map<string, number>>()
  for (const { people, country, authorId } of groups) {
    const authors = counts.get(country ?? '') ?? new Map<string, number>()
    authors.set(authorId ?? '', (authors.get(authorId ?? '') ?? 0) + people)
    counts.set(country ?? '', authors)
  }
  return [...counts.values()].reduce((sum, authors) => sum + Math.max(...authors.values()), 0)
}

/** A step that someone set while the form was being written stays; the new one stands below it. */
export const joinSteps = (
  mine: { readonly text: string; readonly on: Day | null },
  theirs: { readonly text: string; readonly on: Day | null },
): { text: string; on: Day | null } => {
  const [on = null] = [mine.on, theirs.on].filter((day) => day !== null).sort()
  return { text: theirs.text.includes(mine.text) ? theirs.text : `${theirs.text}\n${mine.text}`, on }
}

/** Tomorrow, the coming Friday, the next visit in a week: each day once. */
export const dueDays = (
  today: Day,
): readonly { readonly word: 'tomorrow' | 'friday' | 'nextVisit'; readonly day: Day }[] => {
  // 2001-01-05 was a Friday.
  const sinceFriday = ((daysBetween('2001-01-05', today) % 7) + 7) % 7
  const friday = addDays(today, sinceFriday === 6 ? 8 : 7 - sinceFriday)
  return [
    { word: 'tomorrow', day: addDays(today, 1) },
    { word: 'friday', day: friday },
    ...(friday === addDays(today, 7) ? [] : [{ word: 'nextVisit' as const, day: addDays(today, 7) }]),
  ]
}

export const SECTIONS = vocabulary('detention.sections', ['planned', 'asked', 'last', 'here'])
export type Section = CodeOf<typeof SECTIONS>

/**
 * Where someone stands in the list, as on the paper sheet: planned, then anyone who waits to be met for the first time or
 * asked for something, then seen last time and still here, then the others who are here.
 */
export const sectionOf = (
  one: { readonly personId: string; readonly lastMetOn: Day | null; readonly asksForUs: boolean },
  { planned, lastVisitOn }: { readonly planned: readonly string[]; readonly lastVisitOn: Day | null },
): Section => {
  if (planned.includes(one.personId)) return 'planned'
  if (one.lastMetOn === null || one.asksForUs) return 'asked'
  return one.lastMetOn === lastVisitOn ? 'last' : 'here'
}
