/**
 * Snapshots that share people are one system: a year holds everyone whom one of its quarters holds, and the quarters together hold
 * the whole year. Anyone who has a file of each lays them side by side (docs/adr/0100).
 */
import { addDays } from '@/lib/shared/dates'
import { type Kinship, type StatedTable, type Statement, type System, toJointSystem } from './statement.rules'

/** First and last day of a period, ISO. */
export type Days = { start: string; end: string }
/** What was printed of one snapshot. */
export type Share = { days: Days; tables: readonly StatedTable[] }

const isWithin = (inner: Days, outer: Days): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && !isSame(inner, outer)
const isSame = (one: Days, other: Days): boolean => one.start === other.start && one.end === other.end

/** Whether periods without a gap reach from the first day of the whole to its last. */
function isCovered({ start, end }: Days, parts: readonly Days[]): boolean {
  let open = start
  for (const part of [...parts].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    if (part.start > open) return false
    const after = addDays(part.end, 1)
    if (after > open) open = after
  }
  return open > end
}

/** Which snapshots hold which others; `empty`: periods in which no one was counted. Two copies of one period hold the same people. */
export function findKin(shares: readonly Days[], empty: readonly Days[]): readonly Kinship[] {
  return shares.flatMap((days, whole): Kinship[] => {
    const same = shares.findIndex((one) => isSame(one, days))
    if (same < whole) return [{ whole, parts: [same], isAll: true }]
    const parts = [...shares.keys()].filter((at) => isWithin(shares[at] ?? days, days))
    if (parts.length === 0) return []
    const known = [...parts.map((at) => shares[at] ?? days), ...empty.filter((one) => isWithin(one, days))]
    return [{ whole, parts, isAll: isCovered(days, known) }]
  })
}

/**
 * A system, and what of several snapshots went into it; the certificate says so, for anyone who builds it again. tables: of each snapshot.
 * cells: how many of its statements are cells of tables; they come first.
 */
export type Joint = {
  system: System
  tables: readonly (readonly StatedTable[])[]
  periods: readonly Days[]
  kin: readonly Kinship[]
  cells: number
}

/**
 * What to audit in, and what instead when no population agrees: a person may stand in another group of the year than of the
 * quarter (older, or met elsewhere), and what the printed numbers contradict, no one believes. The own share comes last in both.
 */
export function toJoints(
  others: readonly Share[],
  own: Share,
  empty: readonly Days[],
  perPerson: number,
): readonly Joint[] {
  const told = others.filter(({ tables }) => tables.length > 0)
  const kin = findKin(
    [...told, own].map(({ days }) => days),
    empty,
  )
  const alone = toJoint([own], [], perPerson)
  return kin.length === 0 ? [alone] : [toJoint([...told, own], kin, perPerson), alone]
}

export function toJoint(shares: readonly Share[], kin: readonly Kinship[], perPerson: number): Joint {
  const tables = shares.map((one) => one.tables)
  const system = toJointSystem(tables, kin, perPerson)
  const isExact = tables.flat().flatMap(({ cells, isExact = false }) => cells.map(() => isExact))
  return {
    system: forgive(system, isExact),
    tables,
    periods: shares.map(({ days }) => days),
    kin,
    cells: isExact.length,
  }
}

/**
 * A rounded number is owed no doubt where its group is printed exactly on purpose, by itself or in parts: eleven people at least
 * stand behind each of them. What an exact plan withholds keeps its width. isExact: of each statement from a table.
 */
function forgive(system: System, isExact: readonly boolean[]): System {
  const exact = system.statements.filter((one, i) => isExact[i] === true && one.lower === one.upper)
  if (exact.length === 0) return system
  return {
    ...system,
    statements: system.statements.map((one, i) =>
      isExact[i] === false && one.width > 0 && isMadeOf(one, exact) ? { ...one, width: 0 } : one,
    ),
  }
}

const coverSteps = 2_000

/** Whether some of the printed groups, each used once, make up this one. */
function isMadeOf({ plus, minus }: Statement, exact: readonly Statement[]): boolean {
  if (minus.length > 0 || plus.length === 0) return false
  const whole = new Set(plus)
  const inside = exact.filter((one) => one.plus.length > 0 && one.plus.every((column) => whole.has(column)))
  let steps = 0
  const fill = (open: ReadonlySet<number>): boolean => {
    const [first] = open
    if (first === undefined) return true
    if (++steps > coverSteps) return false
    return inside.some(
      (one) =>
        one.plus.includes(first) &&
        one.plus.every((column) => open.has(column)) &&
        fill(new Set([...open].filter((column) => !one.plus.includes(column)))),
    )
  }
  return fill(whole)
}
