import 'server-only'
import * as z from 'zod'
import type { StatsWork, Work } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { dimensions } from './measure.rules'
import { PERIOD_KINDS, type Period, yearOf } from './period.rules'
import { type Asked, findAsked } from './question.rules'
import type { ShownTable } from './statistic.view'

// What anyone may know of a year: the public tables of the register, read from the files that left, and nothing else.

const fileSchema = z.object({
  axes: z.array(
    z.object({
      dimension: z.enum(dimensions.codes),
      level: z.string(),
      groups: z.record(z.string(), z.array(z.string())),
    }),
  ),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
})
const specSchema = z.object({
  measure: z.string(),
  levels: z.array(z.string()),
  only: z.string().nullable(),
})

/** '+other' says that small groups were joined, and is no part of the question. */
const toQuestion = ({ measure, levels, only }: z.output<typeof specSchema>): Asked | null =>
  findAsked(
    ['public', measure, levels.map((level) => level.replace(/\+other$/, '')).join(','), only ?? 'all'].join(
      '/',
    ),
  )

/** The table of a released file. A number that was withheld is null, whatever the word for it in the file. */
const toShown = (json: string, spec: z.output<typeof specSchema>, asked: Asked): ShownTable => {
  const { axes, rows } = fileSchema.parse(JSON.parse(json))
  const cells = rows.map((row) => ({
    nodes: axes.map(({ dimension }) => String(row[dimension])),
    flag: typeof row.value === 'number' ? ('rounded' as const) : ('withheld' as const),
    value: typeof row.value === 'number' ? row.value : null,
    upper: z.number().parse(row.upper),
  }))
  return {
    axes: axes.map(({ dimension, level }, at) => ({
      dimension,
      level,
      merged: spec.levels[at]?.endsWith('+other') === true,
      nodes: [...new Set(cells.map(({ nodes }) => nodes[at] ?? ''))],
    })),
    cells,
    only: asked.only,
    most: Number.POSITIVE_INFINITY,
    shown: cells.filter(({ value }) => value !== null).length,
    hidden: cells.filter(({ value }) => value === null).length,
  }
}

export type PublicTable = {
  readonly id: string
  /** Place in the register; null for what left before there was one. */
  readonly number: number | null
  readonly period: Period
  readonly frozenOn: string
  readonly asked: Asked
  readonly code: string
  readonly table: ShownTable
}

const listTables = async ({ tx }: StatsWork, year: number): Promise<readonly PublicTable[]> => {
  const { start, end } = yearOf(year)
  const rows = await tx.sdcRelease.findMany({
    where: {
      kind: 'table',
      profile: 'public',
      snapshot: { periodStart: { gte: toDate(start) }, periodEnd: { lte: toDate(end) } },
    },
    select: {
      id: true,
      number: true,
      spec: true,
      json: true,
      snapshot: { select: { periodKind: true, periodStart: true, periodEnd: true, builtAt: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const known = new Set<string>()
  return rows.flatMap((row): PublicTable[] => {
    const spec = specSchema.parse(row.spec)
    const asked = toQuestion(spec)
    // What a list no longer has cannot be named any more; it stays in the register.
    if (asked === null) return []
    const period = {
      kind: PERIOD_KINDS.read(row.snapshot.periodKind),
      start: toDay(row.snapshot.periodStart),
      end: toDay(row.snapshot.periodEnd),
    }
    const code = ['public', spec.measure, spec.levels.join(','), spec.only ?? 'all'].join('/')
    // The same table was given in another language.
    const same = `${period.start} ${period.end} ${code}`
    if (known.has(same)) return []
    known.add(same)
    return [
      {
        id: row.id,
        number: row.number,
        period,
        frozenOn: dayOf(row.snapshot.builtAt),
        asked,
        code: code.replaceAll('+other', ''),
        table: toShown(row.json, spec, asked),
      },
    ]
  })
}

/** Years of which a public table left, and the last one that is over, the newest first. */
const listYears = async ({ tx }: StatsWork, lastYear: number): Promise<readonly number[]> => {
  const rows = await tx.sdcRelease.findMany({
    where: { kind: 'table', profile: 'public' },
    select: { snapshot: { select: { periodStart: true } } },
    take: 5_000,
  })
  const years = rows.map(({ snapshot }) => Number(toDay(snapshot.periodStart).slice(0, 4)))
  return [...new Set([lastYear, ...years])].sort((one, other) => other - one)
}

/** The public tables of the year that is asked for, else of the newest; the whole year before its quarters. */
export const readPublicYear = (work: Work, pick: (years: readonly number[]) => number | null) =>
  work.figures(async (desk) => {
    const years = await listYears(desk, Number(dayOf(work.now).slice(0, 4)) - 1)
    const year = pick(years) ?? Math.max(...years)
    const tables = await listTables(desk, year)
    return {
      years,
      year,
      tables: tables.toSorted(
        (one, other) =>
          Number(other.period.kind === 'year') - Number(one.period.kind === 'year') ||
          one.period.start.localeCompare(other.period.start),
      ),
    }
  })
export type PublicYear = Awaited<ReturnType<typeof readPublicYear>>
