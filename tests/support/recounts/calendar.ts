// Days of a recount, counted by itself: it shares nothing with lib/shared/dates.

const MS = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Days from one to the other. */
export const gap = (from: string, to: string): number => Math.round((at(to) - at(from)) / MS)
export const plus = (day: string, days: number): string =>
  new Date(at(day) + days * MS).toISOString().slice(0, 10)

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' })
/** The day on which it was, in Brussels. */
export const dayIn = (moment: Date): string => wall.format(moment)

/** Birthdays passed by a day; someone born on 29 February has theirs on 1 March where there is none. */
export const yearsOld = (born: string, on: string): number => {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}
