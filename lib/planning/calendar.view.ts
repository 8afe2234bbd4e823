import ical, { ICalEventTransparency } from 'ical-generator'
import type { Day } from '@/lib/shared/dates'

/** What a calendar program is told: of a visit the centre and the hours, of an appointment the hours, of deadlines how many; never anyone’s name or code. */
export type CalendarEntry = { readonly uid: string; readonly onDate: Day; readonly revision: number } & (
  | {
      readonly kind: 'visit'
      readonly startsAt: string | null
      readonly endsAt: string | null
      readonly centre: string
    }
  | { readonly kind: 'appointment'; readonly startsAt: string | null; readonly endsAt: string | null }
  | { readonly kind: 'deadlines'; readonly amount: number }
)

const ZONE = 'Europe/Brussels'
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const HOUR = 3_600_000

/**
 * The instant at which clocks in Brussels show this day and time. Brussels is one hour ahead of UTC, or two: whichever of
 * the two instants reads so on the clock is it. In the hour that a spring night leaves out, it is the hour after.
 */
export const toInstant = (day: Day, time: string): Date => {
  const reading = `${day} ${time}`
  const utc = Date.parse(`${day}T${time}:00.000Z`)
  const [summer, winter] = [new Date(utc - 2 * HOUR), new Date(utc - HOUR)]
  return wall.format(summer) === reading ? summer : winter
}

const CALENDAR_WORDS = {
  en: {
    appointment: 'Appointment',
    visit: 'Visit',
    visits: 'Visits',
    deadline: 'Deadline',
    deadlines: 'deadlines',
  },
  fr: {
    appointment: 'Rendez-vous',
    visit: 'Visite',
    visits: 'Visites',
    deadline: 'Échéance',
    deadlines: 'échéances',
  },
  nl: {
    appointment: 'Afspraak',
    visit: 'Bezoek',
    visits: 'Bezoeken',
    deadline: 'Termijn',
    deadlines: 'termijnen',
  },
  de: { appointment: 'Termin', visit: 'Besuch', visits: 'Besuche', deadline: 'Frist', deadlines: 'Fristen' },
} as const
type Tongue = keyof typeof CALENDAR_WORDS
type CalendarLabels = (typeof CALENDAR_WORDS)[Tongue]

const toSummary = (entry: CalendarEntry, labels: CalendarLabels): string => {
  if (entry.kind === 'visit') return `${labels.visit} · ${entry.centre}`
  if (entry.kind === 'appointment') return labels.appointment
  return entry.amount === 1 ? labels.deadline : `${entry.amount} ${labels.deadlines}`
}
const isTongue = (locale: string): locale is Tongue => locale in CALENDAR_WORDS

/**
 * The calendar as iCalendar text (RFC 5545). Times are instants in UTC: every calendar shows them as Brussels time to
 * anyone who is in Belgium, also on the days when clocks change. Without hours a visit is a whole day; deadlines always are.
 */
export const toCalendar = (locale: string, entries: readonly CalendarEntry[], now: Date): string => {
  const words = CALENDAR_WORDS[isTongue(locale) ? locale : 'en']
  const calendar = ical({
    name: words.visits,
    prodId: {
      company: 'Accompany',
      product: 'visits',
      language: isTongue(locale) ? locale.toUpperCase() : 'EN',
    },
    ttl: 3600,
  })
  for (const entry of entries) {
    const { uid, onDate, revision } = entry
    const base = { id: uid, stamp: now, sequence: revision, summary: toSummary(entry, words) }
    const wholeDay = { ...base, start: new Date(`${onDate}T00:00:00.000Z`), allDay: true }
    if (entry.kind === 'deadlines') {
      // No one is busy on the day of a deadline.
      calendar.createEvent({ ...wholeDay, transparency: ICalEventTransparency.TRANSPARENT })
      continue
    }
    const { startsAt, endsAt } = entry
    if (startsAt === null) calendar.createEvent(wholeDay)
    else
      calendar.createEvent({
        ...base,
        start: toInstant(onDate, startsAt),
        ...(endsAt === null || endsAt <= startsAt ? {} : { end: toInstant(onDate, endsAt) }),
      })
  }
  return calendar.toString()
}
