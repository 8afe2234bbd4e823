import 'server-only'
import { listReaders } from '@/lib/cases/reader.data'
import { toColleagues } from '@/lib/cases/reader.view'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { listDeadlinesOf } from '@/lib/deadlines/deadline-list.data'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { type Day, dayOf } from '@/lib/shared/dates'
import { appointments, listPlanned, onDays } from './appointment.data'
import { type Clash, clashesOf, isToArrange } from './appointment.rules'
import type { AppointmentRow } from './appointment.schema'
import { type TakenHours, toTaken } from './appointment.view'
import { listInterpreters } from './interpreter.data'

type File = {
  readonly id: string
  readonly people: readonly { readonly id: string; readonly names: readonly { readonly text: string }[] }[]
}
/** So many appointments of a day a clash is looked for among. */
const MOST_OF_A_DAY = 200

/** For which planned appointments someone would have to be in two places, as far as the reader may see the other one. */
const listClashes = async (
  work: Work,
  rows: readonly AppointmentRow[],
  today: Day,
): Promise<readonly Clash<TakenHours>[]> => {
  const own = rows.filter(
    ({ state, on, startsAt }) => state === 'planned' && on >= today && startsAt !== null,
  )
  if (own.length === 0) return []
  const days = [...new Set(own.map(({ on }) => on))]
  const taken = (
    await listPlanned(work, { which: onDays(days), own: sql`true`, most: MOST_OF_A_DAY * days.length })
  ).map(toTaken)
  const isOwn = new Set(own.map(({ subjectId }) => subjectId))
  return clashesOf(taken).filter(({ one, other }) => isOwn.has(one.id) || isOwn.has(other.id))
}

/** Interviews and hearings that a deadline knows of and for which there is no appointment on their day. */
const listProposals = async (work: Work, caseId: string, rows: readonly AppointmentRow[], today: Day) =>
  (await listDeadlinesOf(work, [caseId])).flatMap((deadline) =>
    deadline.dueOn !== null && isToArrange(deadline, rows, today)
      ? [{ id: deadline.id, on: deadline.dueOn, title: deadline.title }]
      : [],
  )

/** The appointments of a file: what is planned first, then the latest; what a new one may name, and what is proposed. */
export const readAppointmentsPart = async (work: Work, { id, people }: File) => {
  const today = dayOf(work.now)
  const rows = await appointments.list(work, id)
  const current = currentOf(rows)
  const now = current.map(({ row }) => row)
  const colleagues = toColleagues(await listReaders(work, id))
  return {
    people: people.map((person) => ({ id: person.id, name: person.names[0]?.text ?? '' })),
    planned: current
      .filter(({ row }) => row.state === 'planned')
      .sort((a, b) =>
        `${a.row.on} ${a.row.startsAt ?? ''}`.localeCompare(`${b.row.on} ${b.row.startsAt ?? ''}`),
      ),
    over: current
      .filter(({ row }) => row.state !== 'planned')
      .sort((a, b) => b.row.on.localeCompare(a.row.on)),
    mistakes: mistakesOf(rows),
    places: await listPlacesOutside(work),
    colleagues,
    interpreters: await listInterpreters(
      work,
      colleagues.map((one) => one.id),
    ),
    companions: await listCompanions(work, rows),
    clashes: await listClashes(work, now, today),
    proposals: await listProposals(work, id, now, today),
  }
}
export type AppointmentsPart = Awaited<ReturnType<typeof readAppointmentsPart>>

/** Everybody who is named as going along, also colleagues who may read the file no more. */
const listCompanions = async (work: Work, rows: readonly AppointmentRow[]) =>
  work.tx.staff.findMany({
    where: { id: { in: rows.flatMap(({ companionId }) => companionId ?? []) } },
    select: { id: true, name: true },
  })
