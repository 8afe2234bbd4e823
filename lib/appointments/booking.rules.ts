import type { Day } from '@/lib/shared/dates'
import { type AppointmentState, INTERPRETER_STATES } from './appointment.rules'

/** Who interprets: a colleague, or a partner and, where it has several, one of its people. All null: someone who is in neither list, or no one yet. */
export type Booked = {
  readonly staffId: string | null
  readonly partnerId: string | null
  readonly personId: string | null
}

/** As one choice of a form holds it. */
export const bookedCode = ({ staffId, partnerId, personId }: Booked): string => {
  if (staffId !== null) return `staff:${staffId}`
  if (partnerId === null) return ''
  return personId === null ? `partner:${partnerId}` : `partner:${partnerId}:${personId}`
}

// Said here: lib/shared/ids draws random numbers on the server, and a form reads this in the browser.
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null for what is no choice. */
export const toBooked = (typed: string): Booked | null => {
  const [kind, id, person, ...more] = typed.split(':')
  if (typed === '') return { staffId: null, partnerId: null, personId: null }
  if (id === undefined || !ID.test(id) || more.length > 0) return null
  if (kind === 'staff') return person === undefined ? { staffId: id, partnerId: null, personId: null } : null
  if (kind !== 'partner' || (person !== undefined && !ID.test(person))) return null
  return { staffId: null, partnerId: id, personId: person ?? null }
}

/** So many days before, an interpreter who has not confirmed is told on the first screen: another one can still be found. */
export const CONFIRM_DAYS = 7

/** An interpreter is needed and has not confirmed. */
export const isUnconfirmed = ({
  needsInterpreter,
  interpreterState,
}: {
  readonly needsInterpreter: boolean
  readonly interpreterState: string | null
}): boolean => needsInterpreter && interpreterState !== 'promised' && interpreterState !== 'came'

/** What was asked of a partner for appointments, and what came of it. */
export type BookingFigures = {
  readonly asked: number
  /** Nothing was answered, of an appointment that is planned. */
  readonly waiting: number
  readonly promised: number
  readonly came: number
  readonly didNotCome: number
  readonly lastOn: Day | null
}

/** @param rows appointments as they are known now for which it was chosen */
export const bookingFiguresOf = (
  rows: readonly {
    readonly interpreterState: string | null
    readonly state: AppointmentState
    readonly on: Day
  }[],
): BookingFigures => {
  const asked = rows.flatMap(({ interpreterState: stored, ...row }) => {
    const answer = INTERPRETER_STATES.readOrNull(stored)
    return answer === null ? [] : [{ ...row, answer }]
  })
  const count = (wanted: (typeof asked)[number]['answer']): number =>
    asked.filter(({ answer }) => answer === wanted).length
  return {
    asked: asked.length,
    waiting: asked.filter(({ answer, state }) => answer === 'asked' && state === 'planned').length,
    promised: count('promised'),
    came: count('came'),
    didNotCome: count('did_not_come'),
    lastOn:
      asked
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
  }
}
