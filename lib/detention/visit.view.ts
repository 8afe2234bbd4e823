import { properPlace } from '@/lib/cases/place-name.rules'
import { labelIn } from '@/lib/cases/word.view'
import { type Day, isDay } from '@/lib/shared/dates'
import { countUnnamed } from './conversation.rules'
import { ACCESS, toMonday } from './visit.rules'
import type { After, VisitCardRow } from './visit-list.data'

type Hours = {
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly access: string
  readonly waitingMinutes: number | null
  readonly projectId: string | null
  readonly version: number
}

/** Stored hours as the fields of the form hold them. */
export const toHoursForm = ({ startsAt, endsAt, access, waitingMinutes, projectId, version }: Hours) => ({
  startsAt: startsAt ?? '',
  endsAt: endsAt ?? '',
  access: ACCESS.read(access),
  waitingMinutes: waitingMinutes === null ? '' : String(waitingMinutes),
  projectId: projectId ?? '',
  version,
})

type Header = Pick<
  VisitCardRow,
  'id' | 'onDate' | 'startsAt' | 'endsAt' | 'access' | 'waitingMinutes' | 'place' | 'visitors'
>

export const toHeader = (row: Header, actorId: string, locale: string) => ({
  id: row.id,
  onDate: row.onDate,
  centre: labelIn(row.place, locale),
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  access: ACCESS.read(row.access),
  waitingMinutes: row.waitingMinutes,
  /** Names of the others who went. */
  others: row.visitors.filter(({ staff }) => staff.id !== actorId).map(({ staff }) => staff.name),
})

export const toVisitCard = (row: VisitCardRow, actorId: string, locale: string) => {
  const open = row.encounters
    .flatMap(({ signals }) => signals)
    .filter(({ answeredAt }) => answeredAt === null)
  return {
    ...toHeader(row, actorId, locale),
    /** As a line of a list says it. */
    shortCentre: properPlace(row.place.kind, labelIn(row.place, locale)),
    /** Different people seen, of the files within reach. */
    seen: new Set(row.encounters.filter(({ outcome }) => outcome === 'seen').map(({ personId }) => personId))
      .size,
    unnamed: countUnnamed(row.groups),
    /** Signals no one has answered, the worst of them apart. */
    openSignals: open.length,
    openCritical: open.filter(({ severity }) => severity === 'critical').length,
  }
}
export type VisitCard = ReturnType<typeof toVisitCard>

export type Week = { readonly monday: Day; readonly visits: readonly VisitCard[] }

/** Visits by the week they were made in; the order stays. */
export const toWeeks = (visits: readonly VisitCard[]): Week[] =>
  [...new Set(visits.map(({ onDate }) => toMonday(onDate)))].map((monday) => ({
    monday,
    visits: visits.filter(({ onDate }) => toMonday(onDate) === monday),
  }))

/** Where the next page begins, as the address bar holds it: "2026-11-20_<id>". */
export const toAfterText = ({ onDate, id }: { readonly onDate: Day; readonly id: string }): string =>
  `${onDate}_${id}`

/** The same read back; null for what is no place in the list. */
export const toAfter = (text: string): After | null => {
  const [on = '', id = ''] = text.split('_')
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return isDay(on) && isId ? { on, id } : null
}
