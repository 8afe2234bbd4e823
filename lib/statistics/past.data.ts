import { toDate, toDay } from '@/lib/shared/dates'
import type { Frozen } from './atom.data'
import { isPublic } from './audience.rules'
import { exactPlans } from './exact.rules'
import { type Days, type Joint, type Share, toJoints } from './joint.rules'
import { contributionCap, measures, type Unit } from './measure.rules'
import { listClosedPeriods, yearOf } from './period.rules'
import { readStated } from './published.schema'
import { rowSubjects, subjects } from './rows.rules'
import { listProven, type Proven } from './standard.data'
import { toPublished, toStated } from './stated.rules'
import type { StatedTable } from './statement.rules'

/** A release that was before, or a proven table of the standard set (standard.data). isPublic: whether readers of every archive have it. */
export type Before = {
  id: string
  kind: string
  isPublic: boolean
  snapshotId: string
  stated: readonly StatedTable[]
}

/** A snapshot among those of its year, which share people with it, and everything released from any of them. */
export type Past = {
  own: { id: string; days: Days }
  others: readonly { id: string; days: Days }[]
  /** Periods of the year in which no one was counted. */
  empty: readonly Days[]
  before: readonly Before[]
}

/**
 * Throws when a file in the register cannot be read: without it nothing can be promised about the next one. isProving: with what is
 * proven for the year and was not released yet, so that the standard tables of a year hold beside each other.
 */
export async function readPast(
  work: Frozen,
  snapshotId: string,
  unit: Unit,
  { isProving = false }: { isProving?: boolean } = {},
): Promise<Past> {
  const snapshots = await readYear(work, snapshotId, unit)
  const own = snapshots.find((one) => one.id === snapshotId)
  if (own === undefined) throw new Error('the snapshot is not one of its year')
  const others = snapshots.filter((one) => one !== own)
  const ids = snapshots.map((one) => one.id)
  return {
    own,
    others,
    empty: listEmpty(snapshots),
    before: [...(await readBefore(work, ids, unit)), ...(isProving ? await readProven(work, ids, unit) : [])],
  }
}

type YearSnapshot = { id: string; days: Days; isEmpty: boolean }

/** The snapshots of the calendar year, in the order of their days. */
async function readYear({ tx }: Frozen, snapshotId: string, unit: Unit): Promise<readonly YearSnapshot[]> {
  const { periodStart, organisationId } = await tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { periodStart: true, organisationId: true },
  })
  const year = yearOf(Number(toDay(periodStart).slice(0, 4)))
  const rows = await tx.snapshot.findMany({
    where: { organisationId, periodStart: { gte: toDate(year.start) }, periodEnd: { lte: toDate(year.end) } },
    select: {
      id: true,
      periodStart: true,
      periodEnd: true,
      records: { where: { unit }, select: { row: true }, take: 1 },
    },
    orderBy: [{ periodStart: 'asc' }, { periodEnd: 'asc' }, { version: 'asc' }],
  })
  return rows.map(({ id, periodStart: start, periodEnd: end, records }) => ({
    id,
    days: { start: toDay(start), end: toDay(end) },
    isEmpty: records.length === 0,
  }))
}

/** Quarters of the year that were frozen without anyone, or never: then the first entry came later. */
function listEmpty(snapshots: readonly YearSnapshot[]): readonly Days[] {
  const [first] = snapshots
  if (first === undefined) return []
  const { start, end } = yearOf(Number(first.days.start.slice(0, 4)))
  return listClosedPeriods(start, `${Number(end.slice(0, 4)) + 1}-12-31`)
    .filter(({ kind, start: from }) => kind === 'quarter' && from <= end)
    .filter((quarter) => {
      const known = snapshots.filter(({ days }) => days.start === quarter.start && days.end === quarter.end)
      return known.every((one) => one.isEmpty)
    })
    .map(({ start: from, end: until }) => ({ start: from, end: until }))
}

async function readBefore(
  { tx }: Frozen,
  snapshotIds: readonly string[],
  unit: Unit,
): Promise<readonly Before[]> {
  const same = Object.values(measures).filter((one) => one.unit === unit)
  const told = [
    ...rowSubjects.codes.filter((subject) => subjects[subject].base === unit),
    ...(unit === 'person' ? exactPlans.codes : []),
  ]
  const rows = await tx.sdcRelease.findMany({
    // Of a number with noise nothing is certain, and the auditor counts what is.
    where: {
      snapshotId: { in: [...snapshotIds] },
      kind: { not: 'noise' },
      measure: { in: [...same.map((one) => one.id), ...told] },
    },
    select: { id: true, kind: true, profile: true, snapshotId: true, json: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, kind, profile, snapshotId, json }) => ({
    id,
    kind,
    isPublic: isPublic({ kind, profile }),
    snapshotId,
    stated: readStated(kind, json),
  }))
}

/** Readers of archives do not have them, and a certificate for readers rests on none. */
async function readProven(
  work: Frozen,
  snapshotIds: readonly string[],
  unit: Unit,
): Promise<readonly Before[]> {
  const proven = await listProven(work, snapshotIds)
  return proven.flatMap(({ snapshotId, code, table, policy }): Before[] =>
    table.unit === unit
      ? [
          {
            id: code,
            kind: 'table',
            isPublic: false,
            snapshotId,
            stated: [toStated(toPublished(table), policy, table.least)],
          },
        ]
      : [],
  )
}

const sayingOf = ({ snapshotId, stated }: Pick<Before, 'snapshotId' | 'stated'>): string =>
  JSON.stringify([snapshotId, stated.map(({ axes, cells }) => [axes.map((axis) => axis.dimension), cells])])

/**
 * Proven tables of a snapshot that may be given at once: while nothing else left from the periods of its year, they were proven beside
 * everything that did. Anything else makes them questions as all others are.
 */
export async function listReady(work: Frozen, snapshotId: string): Promise<readonly Proven[]> {
  const own = await listProven(work, [snapshotId])
  const isReady = new Map<Unit, boolean>()
  for (const unit of new Set(own.map(({ table }) => table.unit))) {
    const { before } = await readPast(work, snapshotId, unit)
    const ids = [...new Set([snapshotId, ...before.map((one) => one.snapshotId)])]
    const known = new Set((await readProven(work, ids, unit)).map(sayingOf))
    isReady.set(
      unit,
      before.every((one) => known.has(sayingOf(one))),
    )
  }
  return own.filter(({ table }) => isReady.get(table.unit))
}

/** Those releases of the past that someone has, and these tables of the own snapshot last: what to audit in. */
export function toAudited(
  { own, others, empty, before }: Past,
  isKnown: (one: Before) => boolean,
  tables: readonly StatedTable[],
): readonly Joint[] {
  const told = before.filter(isKnown)
  const of = ({ id, days }: Past['own']): Share => ({
    days,
    tables: told.filter((one) => one.snapshotId === id).flatMap((one) => one.stated),
  })
  const mine = of(own)
  return toJoints(others.map(of), { ...mine, tables: [...mine.tables, ...tables] }, empty, contributionCap)
}

/** Ids of the releases in a system, in the order of its statements. */
export function idsIn(
  { own, others, before }: Past,
  isKnown: (one: Before) => boolean,
  joint: Joint,
): string[] {
  const snapshots = joint.periods.length > 1 ? [...others, own] : [own]
  return snapshots.flatMap(({ id }) =>
    before.flatMap((one) => (one.snapshotId === id && isKnown(one) ? one.id : [])),
  )
}
