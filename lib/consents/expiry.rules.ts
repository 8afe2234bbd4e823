import { type Day, dayOf } from '@/lib/shared/dates'

/** Until when a consent holds: the moment after its last day, and of a child at the latest the morning they turn eighteen. */

const MAJORITY = 18

/** Midnight in Brussels at which a day begins: an hour or two before midnight UTC, whichever the clocks show that night. */
const startOf = (day: Day): Date => {
  const winter = new Date(`${day}T00:00:00+01:00`)
  const summer = new Date(`${day}T00:00:00+02:00`)
  return dayOf(summer) === day ? summer : winter
}

const dayAfter = (day: Day): Day =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10)

/** The eighteenth birthday of the one who was born on that day; of 29 February the first of March. */
export const eighteenth = (born: Day): Day => {
  const [year = '', month = '', date = ''] = born.split('-')
  const birthday = new Date(Date.UTC(Number(year) + MAJORITY, Number(month) - 1, Number(date)))
  return birthday.toISOString().slice(0, 10)
}

/** @param adultOn the latest day on which a child turns eighteen; null when it is not known, or they are none */
export const expiryOf = (lastDay: Day | '', adultOn: Day | null): Date | null => {
  const ends = [
    ...(lastDay === '' ? [] : [startOf(dayAfter(lastDay))]),
    ...(adultOn === null ? [] : [startOf(adultOn)]),
  ]
  const [first] = ends.sort((a, b) => a.getTime() - b.getTime())
  return first ?? null
}

/** The last day on which it holds, for a page. */
export const lastDayOf = (expiresAt: Date): Day => dayOf(new Date(expiresAt.getTime() - 1))
