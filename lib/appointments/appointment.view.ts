import type { Day } from '@/lib/shared/dates'
import type { Planned } from './appointment.data'
import type { Taken } from './appointment.rules'

/** Hours that are taken, by an appointment or by a visit to a centre, as a sentence about a clash says them. */
export type TakenHours = Taken &
  (
    | { readonly what: 'appointment'; readonly row: Planned }
    | { readonly what: 'visit'; readonly centre: string }
  )

export const toTaken = (row: Planned): TakenHours => ({
  what: 'appointment',
  row,
  id: row.subjectId,
  on: row.on,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  who: [row.personId, row.companionId, row.interpreterId].flatMap((id) => id ?? []),
})

type Visit = {
  readonly id: string
  readonly onDate: Day
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly visitors: readonly { readonly id: string }[]
}
export const toTakenByVisit = (
  { id, onDate, startsAt, endsAt, visitors }: Visit,
  centre: string,
): TakenHours => ({
  what: 'visit',
  centre,
  id,
  on: onDate,
  startsAt,
  endsAt,
  who: visitors.map((one) => one.id),
})
