/** A table of the standard set as it is stored: protected numbers and code lists. */
import * as z from 'zod'
import { dimensions, measureIds, units } from './measure.rules'
import type { ProtectedTable } from './table.rules'

const cell = z.object({
  nodes: z.array(z.string()),
  flag: z.enum(['rounded', 'withheld']),
  value: z.number().nullable(),
  lower: z.number(),
  upper: z.number(),
})
const stored = z.object({
  measure: z.enum(measureIds.codes),
  unit: z.enum(units.codes),
  counts: z.enum(['persons', 'events']),
  axes: z.array(
    z.object({
      dimension: z.enum(dimensions.codes),
      level: z.string(),
      merged: z.boolean(),
      nodes: z.array(z.string()),
      leaves: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
  cells: z.array(cell),
  most: z.number(),
  least: z.number(),
  shown: z.number(),
  hidden: z.number(),
})

export const toStored = ({ axes, cells, only: _, ...table }: ProtectedTable): string =>
  JSON.stringify({
    ...table,
    axes: axes.map(({ nodeOf, ...axis }) => ({ ...axis, leaves: [...nodeOf] })),
    cells,
  })

/** Throws for what is no such table. */
export function readStored(text: string): ProtectedTable {
  const { axes, ...table } = stored.parse(JSON.parse(text))
  return {
    ...table,
    only: null,
    axes: axes.map(({ leaves, ...axis }) => ({ ...axis, nodeOf: new Map(leaves) })),
  }
}
