import { useLocale } from 'next-intl'
import { unbroken } from '@/lib/shared/unbroken'

const ZONE = 'Europe/Brussels'
const STYLES = {
  /** 24 November 2026 */
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 24 November */
  dayInYear: { day: 'numeric', month: 'long' },
  /** 24 Nov */
  short: { day: 'numeric', month: 'short' },
  /** 24 Nov 2026 */
  shortInYears: { day: 'numeric', month: 'short', year: 'numeric' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Tuesday 24 November 2026 */
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Tue 24 Nov */
  shortWeekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Tue */
  weekdayOnly: { weekday: 'short' },
  /** 24 November 2026 at 14:30 */
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** 14:30 */
  clock: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type TimeStyle = keyof typeof STYLES

// English as Belgium writes it: the day before the month, 24 hours.
const tagOf = (locale: string): string =>
  `${locale === 'en' ? 'en-GB' : `${locale}-BE`}-u-ca-gregory-nu-latn-hc-h23`

// Making a formatter takes a hundred times as long as using it, and a page has dozens of dates.
const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (locale: string, style: TimeStyle, timeZone: string): Intl.DateTimeFormat => {
  const name = `${locale} ${style} ${timeZone}`
  const formatter =
    formatters.get(name) ?? new Intl.DateTimeFormat(tagOf(locale), { ...STYLES[style], timeZone })
  formatters.set(name, formatter)
  return formatter
}

/** A date in words. `at` is an instant (Date) or a calendar day ("2026-11-24"), which has no time zone to shift it. */
export const formatTime = (locale: string, at: Date | string, style: TimeStyle): string => {
  const isDay = typeof at === 'string'
  const formatter = formatterOf(locale, style, isDay ? 'UTC' : ZONE)
  return unbroken(formatter.format(isDay ? new Date(`${at}T00:00:00.000Z`) : at))
}

/** A date or moment with the month in words, Gregorian, Brussels time. */
export const Time = ({ at, style = 'day' }: { at: Date | string; style?: TimeStyle }) => {
  const locale = useLocale()
  return (
    <time dateTime={typeof at === 'string' ? at : at.toISOString()}>{formatTime(locale, at, style)}</time>
  )
}
