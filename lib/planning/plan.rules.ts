import { toMonday } from '@/lib/detention/visit.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'

const FURTHEST_DAYS = 183

/** The Monday of the week that an address asks for; the coming one when it asks for none. */
export const toWeek = (asked: Day | null, today: Day): Day =>
  asked !== null ? toMonday(asked) : addDays(toMonday(today), 7)

/** The seven days of a week. */
export const daysOfWeek = (monday: Day): Day[] =>
  Array.from({ length: 7 }, (_, index) => addDays(monday, index))

export type InFile = { readonly caseId: string; readonly personId: string }

/** One value for a person in a file: people may stand in several. */
export const toKey = ({ caseId, personId }: InFile): string => `${caseId}:${personId}`

type Named = { readonly personId: string; readonly full: string | null; readonly initials: string }

/** How a person is shown, by the names of their file; who left it a moment ago has none. */
export const nameIn = (names: ReadonlyMap<string, readonly Named[]>, { caseId, personId }: InFile) => {
  const named = names.get(caseId)?.find((one) => one.personId === personId)
  return { full: named?.full ?? null, initials: named?.initials ?? '' }
}

type Checked = { readonly onDate: Day; readonly visitors: readonly string[] }
type Known = { readonly today: Day; readonly colleagues: ReadonlySet<string> }

/** What the form alone cannot know, with the names of its fields. */
export const checkPlan = (plan: Checked, known: Known): Readonly<Record<string, string>> => {
  const fields: Record<string, string> = {}
  if (plan.onDate < known.today) fields.onDate = 'planInThePast'
  else if (daysBetween(known.today, plan.onDate) > FURTHEST_DAYS) fields.onDate = 'planTooFar'
  if (plan.visitors.some((id) => !known.colleagues.has(id))) fields.visitors = 'notAColleague'
  return fields
}
