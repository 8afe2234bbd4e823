import { countryName } from '@/lib/people/country.rules'
import { initialsOf } from '@/lib/people/name.rules'
import { type Day, isDay } from '@/lib/shared/dates'
import {
  ACCESS,
  type Access,
  LISTS,
  OUTCOMES,
  type Outcome,
  type Part,
  SEVERITIES,
  type Severity,
  type Standing,
  standingOn,
  toMonday,
} from './visit.rules'
import type { After, VisitCardRow, VisitSheetRow, VisitWordRow } from './visit-list.data'

type Labels = {
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}
const labelIn = (row: Labels, locale: string): string =>
  ({ fr: row.labelFr, nl: row.labelNl, de: row.labelDe })[locale] ?? row.labelEn

const toAccess = (text: string): Access => ACCESS.find((one) => one === text) ?? 'granted'

type Hours = {
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly access: string
  readonly waitingMinutes: number | null
  readonly version: number
}

/** Stored hours as the fields of the form hold them. */
export const toHoursForm = ({ startsAt, endsAt, access, waitingMinutes, version }: Hours) => ({
  startsAt: startsAt ?? '',
  endsAt: endsAt ?? '',
  access: toAccess(access),
  waitingMinutes: waitingMinutes === null ? '' : String(waitingMinutes),
  version,
})

export type VisitCard = {
  readonly id: string
  readonly onDate: Day
  readonly centre: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly access: Access
  readonly waitingMinutes: number | null
  /** Names of the others who went. */
  readonly others: readonly string[]
  /** Different people seen, of the files within reach. */
  readonly seen: number
  readonly unnamed: number
  /** Signals nobody has answered, the worst of them apart. */
  readonly openSignals: number
  readonly openCritical: number
}

const toOutcome = (text: string): Outcome => OUTCOMES.find((one) => one === text) ?? 'seen'
const toSeverity = (text: string): Severity => SEVERITIES.find((one) => one === text) ?? 'watch'

type Header = Pick<
  VisitSheetRow,
  'id' | 'onDate' | 'startsAt' | 'endsAt' | 'access' | 'waitingMinutes' | 'place' | 'visitors'
>

const toHeader = (row: Header, actorId: string, locale: string) => ({
  id: row.id,
  onDate: row.onDate,
  centre: labelIn(row.place, locale),
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  access: toAccess(row.access),
  waitingMinutes: row.waitingMinutes,
  others: row.visitors.filter(({ staff }) => staff.id !== actorId).map(({ staff }) => staff.name),
})

export const toVisitCard = (row: VisitCardRow, actorId: string, locale: string): VisitCard => {
  const open = row.encounters
    .flatMap(({ signals }) => signals)
    .filter(({ answeredAt }) => answeredAt === null)
  return {
    ...toHeader(row, actorId, locale),
    seen: new Set(row.encounters.filter(({ outcome }) => outcome === 'seen').map(({ personId }) => personId))
      .size,
    unnamed: row.groups.reduce((sum, { people }) => sum + people, 0),
    openSignals: open.length,
    openCritical: open.filter(({ severity }) => severity === 'critical').length,
  }
}

export type Week = { readonly monday: Day; readonly visits: readonly VisitCard[] }

/** Visits by the week they were made in; the order stays. */
export const toWeeks = (visits: readonly VisitCard[]): Week[] =>
  [...new Set(visits.map(({ onDate }) => toMonday(onDate)))].map((monday) => ({
    monday,
    visits: visits.filter(({ onDate }) => toMonday(onDate) === monday),
  }))

export type SheetSignal = {
  readonly id: string
  readonly label: string
  readonly severity: Severity
  readonly note: string
  readonly isAnswered: boolean
}
export type SheetEncounter = {
  readonly id: string
  readonly code: string
  readonly initials: string
  readonly outcome: Outcome
  readonly actions: readonly string[]
  readonly topics: readonly string[]
  readonly requests: readonly string[]
  readonly signals: readonly SheetSignal[]
  readonly note: string
}
export type VisitSheet = Omit<VisitCard, 'seen' | 'unnamed' | 'openSignals' | 'openCritical'> & {
  readonly version: number
  readonly team: string
  readonly encounters: readonly SheetEncounter[]
  readonly groups: readonly {
    readonly id: string
    readonly people: number
    readonly country: string | null
    readonly note: string
  }[]
  readonly observations: readonly { readonly id: string; readonly theme: string; readonly text: string }[]
  /** Visitors who were not accredited for the centre on the day. */
  readonly unaccredited: readonly {
    readonly name: string
    readonly standing: Exclude<Standing, { kind: 'valid' }>
  }[]
}

export const toVisitSheet = (
  row: VisitSheetRow,
  words: readonly VisitWordRow[],
  { actorId, locale }: { readonly actorId: string; readonly locale: string },
): VisitSheet => {
  const labels = new Map(words.map((word) => [`${word.list} ${word.code}`, labelIn(word, locale)]))
  const said = (part: Part, code: string): string => labels.get(`${LISTS[part]} ${code}`) ?? code
  return {
    ...toHeader(row, actorId, locale),
    version: row.version,
    team: row.team.name,
    encounters: row.encounters.map(({ id, file, name, outcome, items, signals, note }) => {
      const pick = (kind: string, part: Part) =>
        items.filter((item) => item.kind === kind).map((item) => said(part, item.code))
      return {
        id,
        code: file.code,
        initials: initialsOf(name),
        outcome: toOutcome(outcome),
        actions: pick('action', 'actions'),
        topics: pick('topic', 'topics'),
        requests: pick('request', 'requests'),
        signals: signals.map((signal) => ({
          id: signal.id,
          label: said('signals', signal.code),
          severity: toSeverity(signal.severity),
          note: signal.note,
          isAnswered: signal.answeredAt !== null,
        })),
        note,
      }
    }),
    groups: row.groups.map(({ id, people, country, note }) => ({
      id,
      people,
      country: country === null ? null : countryName(country, locale),
      note,
    })),
    observations: row.observations.map(({ id, theme, text }) => ({
      id,
      theme: said('themes', theme),
      text,
    })),
    unaccredited: row.visitors.flatMap(({ staff }) => {
      const standing = standingOn(
        row.onDate,
        row.accreditations.filter(({ staffId }) => staffId === staff.id),
      )
      return standing.kind === 'valid' ? [] : [{ name: staff.name, standing }]
    }),
  }
}

/** Where the next page begins, as the address bar holds it: "2026-11-20_<id>". */
export const toAfterText = ({ onDate, id }: { readonly onDate: Day; readonly id: string }): string =>
  `${onDate}_${id}`

/** The same read back; whatever is not a place in the list is the beginning of it. */
export const toAfter = (text: string | undefined): After | null => {
  const [on = '', id = ''] = (text ?? '').split('_')
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return isDay(on) && isId ? { on, id } : null
}
