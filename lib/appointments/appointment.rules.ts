import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** With whom, in the words of the field. */
export const APPOINTMENT_KINDS = vocabulary('appointments.kinds', [
  'cgrs',
  'immigration_office',
  'hearing',
  'lawyer',
  'doctor',
  'administration',
  'school',
  'social_service',
  'other',
])
export type AppointmentKind = CodeOf<typeof APPOINTMENT_KINDS>

/** What became of it. One that is moved has no other day: the new day is an appointment of its own. */
export const APPOINTMENT_STATES = vocabulary('appointments.states', [
  'planned',
  'moved',
  'kept',
  'missed',
  'cancelled',
])
export type AppointmentState = CodeOf<typeof APPOINTMENT_STATES>

export const INTERPRETER_WAYS = vocabulary('appointments.interpreter-ways', [
  'in_person',
  'telephone',
  'video',
])
/** Whether the interpreter was asked, and came. */
export const INTERPRETER_STATES = vocabulary('appointments.interpreter-states', [
  'asked',
  'promised',
  'came',
  'did_not_come',
])

/** Why it did not take place is asked of these. */
export const hasReason = (state: AppointmentState): boolean =>
  state === 'moved' || state === 'missed' || state === 'cancelled'

/** It is kept or missed only once its day has come. */
export const needsItsDay = (state: AppointmentState): boolean => state === 'kept' || state === 'missed'

/** Another one is proposed after it. */
export const needsAnother = (state: AppointmentState): boolean => state === 'moved' || state === 'missed'

/** The day has passed, and no one said what became of it. */
export const isUnanswered = (
  { state, on }: { readonly state: AppointmentState; readonly on: Day },
  today: Day,
): boolean => state === 'planned' && on < today

/** Appointments of the procedure: a step of it follows from one that was kept. */
export const isOfProcedure = (kind: AppointmentKind): boolean =>
  kind === 'cgrs' || kind === 'immigration_office' || kind === 'hearing'

/** A day on which someone has to be somewhere, such as an interview, still to come and without an appointment. */
export const isToArrange = (
  { meaning, dueOn }: { readonly meaning: string; readonly dueOn: Day | null },
  appointments: readonly { readonly on: Day }[],
  today: Day,
): boolean =>
  meaning === 'attend' && dueOn !== null && dueOn >= today && !appointments.some(({ on }) => on === dueOn)

/** So long it is assumed to take where only its beginning is known. */
const ASSUMED_MINUTES = 60

/** A time that is taken: of whom, by the ids of colleagues and people. */
export type Taken = {
  readonly id: string
  readonly on: Day
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly who: readonly string[]
}
export type Clash<T extends Taken> = { readonly one: T; readonly other: T; readonly who: string }

/** Minutes since midnight of a stored time. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const spanOf = ({ startsAt, endsAt }: Taken): readonly [number, number] | null => {
  if (startsAt === null) return null
  const from = minutesOf(startsAt)
  return [from, endsAt === null ? from + ASSUMED_MINUTES : minutesOf(endsAt)]
}

/** Whether both are on one day and at one time. Without an hour nothing is known, and nothing is said. */
const overlaps = (one: Taken, other: Taken): boolean => {
  const [a, b] = [spanOf(one), spanOf(other)]
  return one.on === other.on && a !== null && b !== null && a[0] < b[1] && b[0] < a[1]
}

/** Who would have to be in two places at once. It is said in words and stops no one. */
export const clashesOf = <T extends Taken>(taken: readonly T[]): readonly Clash<T>[] =>
  taken.flatMap((one, index) =>
    taken
      .slice(index + 1)
      .filter((other) => other.id !== one.id && overlaps(one, other))
      .flatMap((other) => one.who.filter((id) => other.who.includes(id)).map((who) => ({ one, other, who }))),
  )
