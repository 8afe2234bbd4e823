/** From the JSON file of a release back to what it states: what the auditor knows is what its readers know. */

import * as z from 'zod'
import { vocabulary } from '@/lib/shared/vocabulary'
import { policyOf, profiles } from './disclosure.rules'
import { firstHierarchies, hierarchyVersions } from './hierarchy.rules'
import { dimensions } from './measure.rules'
import { leastOf } from './size.rules'
import { toStated, toStatedExact, toStatedRows } from './stated.rules'
import type { StatedTable } from './statement.rules'

const groups = z.record(z.string(), z.array(z.string()))

/** Throws for what is no such file. */
export function readStated(kind: string, json: string): StatedTable[] {
  const file: unknown = JSON.parse(json)
  if (kind === 'rows') return [readRows(file)]
  if (kind === 'exact') return readExact(file)
  return [readTable(file)]
}

/** As older engines wrote them: why a number is withheld stood in the file. */
const withheldFlags = vocabulary('statistics.withheld-flags', ['withheld', 'below_threshold', 'not_shown'])
const tableSchema = z.object({
  release: z.object({
    spec: z.object({
      profile: z.enum(profiles.codes),
      // The first engines wrote none of these.
      measure: z.string().default(''),
      dimensions: z.array(z.string()).default([]),
      hierarchies: z.optional(z.enum(hierarchyVersions.codes)),
    }),
  }),
  axes: z.array(z.object({ dimension: z.enum(dimensions.codes), level: z.string(), groups })),
  rows: z.array(
    z.looseObject({
      flag: z.enum(['rounded', ...withheldFlags.codes]),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
})

function readTable(file: unknown): StatedTable {
  const { release, axes, rows } = tableSchema.parse(file)
  const cells = rows.map((row) => ({
    nodes: axes.map((axis) => z.string().parse(row[axis.dimension])),
    flag: row.flag === 'rounded' ? ('rounded' as const) : ('withheld' as const),
    lower: row.lower,
    upper: row.upper,
  }))
  const { profile, measure, dimensions: asked, hierarchies: written } = release.spec
  const hierarchies = written === undefined ? firstHierarchies : written
  const policy = policyOf(profile)
  const shown = axes.map(({ dimension, level, groups }) => ({
    dimension,
    level,
    groups: Object.keys(groups),
  }))
  const size = { measure, hierarchies, dimensions: asked.length, axes: shown }
  return toStated({ axes, cells }, policy, leastOf(size, policy))
}

const rowsSchema = z.object({
  release: z.object({ isSample: z.boolean(), removed: z.number() }),
  axes: z.array(z.object({ dimension: z.enum(dimensions.codes), column: z.string(), groups })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
})

function readRows(file: unknown): StatedTable {
  const { release, axes, rows } = rowsSchema.parse(file)
  return toStatedRows(
    axes,
    rows.map((row) => axes.map(({ column }) => String(row[column]))),
    release,
  )
}

const exactSchema = z.object({
  release: z.object({ width: z.number() }),
  tables: z.array(
    z.object({
      axes: z.array(z.object({ dimension: z.enum(dimensions.codes), groups })),
      cells: z.array(z.object({ nodes: z.array(z.string()), value: z.number().nullable() })),
    }),
  ),
})

/** What a plan withholds is still owed its width, whatever leaves after it. */
function readExact(file: unknown): StatedTable[] {
  const { release, tables } = exactSchema.parse(file)
  return tables.map(({ axes, cells }) => toStatedExact(axes, cells, release.width))
}
