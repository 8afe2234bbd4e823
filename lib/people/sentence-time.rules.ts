import { addDays, type Day } from '@/lib/shared/dates'

/** First and last month; a season overlaps its neighbours, because no one means the twenty-first of a month. */
type Time = { readonly from: number; readonly to: number }

const SEASONS: readonly (readonly [string, Time])[] = [
  ['spring printemps lente voorjaar fruhling fruhjahr', { from: 3, to: 6 }],
  ['summer ete zomer sommer', { from: 6, to: 9 }],
  ['autumn fall automne herfst najaar herbst', { from: 9, to: 12 }],
  ['winter hiver', { from: 12, to: 15 }],
]
const MONTHS = [
  'january janvier januari januar',
  'february fevrier februari februar feb',
  'march mars maart marz',
  'april avril avr apr',
  'may mai mei',
  'june juin juni jun',
  'july juillet juli jul',
  'august aout augustus aug',
  'september septembre sept',
  'october octobre oktober oct okt',
  'november novembre nov',
  'december decembre dezember dec dez',
] as const
const TIMES = new Map<string, Time>([
  ...SEASONS.flatMap(([words, time]) => words.split(' ').map((word): [string, Time] => [word, time])),
  ...MONTHS.flatMap((words, index) =>
    words.split(' ').map((word): [string, Time] => [word, { from: index + 1, to: index + 1 }]),
  ),
])

export const timeOfWord = (folded: string): Time | null => TIMES.get(folded) ?? null
export const readYear = (word: string): number | null => (/^20\d\d$/u.test(word) ? Number(word) : null)

const monthStart = (year: number, month: number): Day => {
  const years = year + Math.floor((month - 1) / 12)
  return `${years}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`
}

/** The days that are meant: of the year that was said, or the last time that it was. */
export const periodOf = (
  time: Time | null,
  year: number | null,
  today: Day,
): { readonly from: Day; readonly to: Day } | null => {
  if (time === null && year === null) return null
  const { from, to } = time ?? { from: 1, to: 12 }
  const daysOf = (of: number) => ({ from: monthStart(of, from), to: addDays(monthStart(of, to + 1), -1) })
  if (year !== null) return daysOf(year)
  const thisYear = Number(today.slice(0, 4))
  return daysOf(monthStart(thisYear, from) <= today ? thisYear : thisYear - 1)
}
