/**
 * The second program: counts the expected days of docs/worked-deadlines.md. It shares no code with the product, not even the
 * calendar: days are numbers since the first day of the year 1, Easter is found by Gauss, the legal holidays are written out.
 */

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengths = (year: number): readonly number[] => [
  31,
  leap(year) ? 29 : 28,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
]

type Ymd = { readonly year: number; readonly month: number; readonly day: number }
const parse = (text: string): Ymd => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}
/** Days since the first day of the year 1. */
const toNumber = ({ year, month, day }: Ymd): number => {
  const before = year - 1
  const years = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const months = lengths(year)
    .slice(0, month - 1)
    .reduce((sum, one) => sum + one, 0)
  return years + months + day
}
const fromNumber = (number: number): Ymd => {
  let year = Math.floor(number / 365.2425) + 1
  while (toNumber({ year, month: 1, day: 1 }) > number) year -= 1
  while (toNumber({ year: year + 1, month: 1, day: 1 }) <= number) year += 1
  let rest = number - toNumber({ year, month: 1, day: 1 })
  let month = 1
  for (const length of lengths(year)) {
    if (rest < length) break
    rest -= length
    month += 1
  }
  return { year, month, day: rest + 1 }
}
const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)
const say = (number: number): string => {
  const { year, month, day } = fromNumber(number)
  return `${year}-${two(month)}-${two(day)}`
}

/** Easter Sunday by Gauss, for the years 1900 to 2099. */
const gauss = (year: number): number => {
  const d = (19 * (year % 19) + 24) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
  const march = 22 + d + e
  const late = d === 29 && e === 6 ? 50 : d === 28 && e === 6 && year % 19 > 10 ? 49 : march
  return toNumber({ year, month: 3, day: 1 }) + late - 1
}
const isFree = (number: number): boolean => {
  const { year, month, day } = fromNumber(number)
  // 1 January of the year 1 was a Monday, and has the number 1.
  if (number % 7 === 6 || number % 7 === 0) return true
  if (['1-1', '5-1', '7-21', '8-15', '11-1', '11-11', '12-25'].includes(`${month}-${day}`)) return true
  return [1, 39, 50].includes(number - gauss(year))
}
const workingDays = (from: number, amount: number): number => {
  let at = from
  for (let left = amount; left > 0; ) {
    at += 1
    if (!isFree(at)) left -= 1
  }
  return at
}
const months = (from: number, amount: number): number => {
  const { year, month, day } = fromNumber(from)
  const all = year * 12 + month - 1 + amount
  const [to, at] = [Math.floor(all / 12), (all % 12) + 1]
  return toNumber({ year: to, month: at, day: Math.min(day, lengths(to)[at - 1] ?? 31) })
}
const rolled = (at: number, roll: string): number => {
  let day = at
  if (roll === 'forward') while (isFree(day)) day += 1
  if (roll === 'back') while (isFree(day)) day -= 1
  return day
}

/** The day before the first that counts. */
const zeroOf = (on: number, start: string): number => {
  if (start === 'third') return workingDays(on, 3) - 1
  return start === 'itself' ? on - 1 : on
}
const end = (on: number, amount: number, unit: string, start: string, roll: string): number => {
  const zero = zeroOf(on, start)
  if (unit.startsWith('working')) return rolled(workingDays(zero, amount), roll)
  if (unit.startsWith('month'))
    return rolled(start === 'itself' ? months(on, amount) - 1 : months(zero, amount), roll)
  return rolled(zero + amount * (unit.startsWith('week') ? 7 : 1), roll)
}

const HOW =
  /^(\d+)(?:-(\d+))? (days?|weeks?|months?|working days?) (?:to (\d+) (days?|weeks?|months?) )?(?:from (next|third|itself|unknown|after)|(before)), (forward|back|none)$/

type SecondCount = { readonly day: string; readonly window: string }

/**
 * What a line of the table says of its count: "10 days from next, forward". From: `next` the day after a letter is notified,
 * `third` the third working day after posting, `unknown` one of the two, `after` the day after an event, `itself` its day. "1 month before, back" counts back.
 * Answers the last day, and the window from the reading that gives least time (the day after, no roll) to the one that gives most.
 */
export const countAgain = (happened: string, how: string): SecondCount => {
  const found = HOW.exec(how)
  if (found === null) throw new Error(`cannot read "${how}"`)
  const [, least = '', most = least, unit = '', other, otherUnit = unit, start = '', before, roll = ''] =
    found
  const on = toNumber(parse(happened))
  if (before !== undefined) {
    const last = say(rolled(unit.startsWith('month') ? months(on, -Number(least)) : on - Number(least), roll))
    return { day: last, window: `${last}..${last}` }
  }
  const isLetter = start === 'next' || start === 'third' || start === 'unknown'
  const last = start === 'unknown' ? 'third' : start
  const day = end(on, Number(least), unit, start, roll)
  const earliest = isLetter ? end(on, Number(least), unit, 'next', 'none') : day
  const latest = end(on, Number(other ?? most), other === undefined ? unit : otherUnit, last, roll)
  return { day: say(day), window: `${say(earliest)}..${say(latest)}` }
}
