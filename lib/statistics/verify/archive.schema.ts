/** What stands in the files of an archive, for each kind of release; the verifier takes nothing that says more or less. */
import * as z from 'zod'
import { profiles } from '../disclosure.rules'
import { hierarchyVersions } from '../hierarchy.rules'
import { dimensions, measureIds } from '../measure.rules'
import { noisePlans } from '../noise.rules'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const count = z.number().int()
const period = z.strictObject({ start: day, end: day, frozenOn: day })
const column = z.strictObject({ header: z.string(), hxl: z.string() })
const groups = z.record(z.string(), z.array(z.string()).max(1000))
const axis = z.strictObject({ dimension: z.enum(dimensions.codes), level: z.string(), groups })
const release = z.strictObject({ id: z.string(), engine: z.string(), period })
const wanted = z.object({ measure: z.string() })

export const tableData = z.strictObject({
  release: release.extend({
    spec: z.object({
      measure: z.enum(measureIds.codes),
      hierarchies: z.enum(hierarchyVersions.codes),
      dimensions: z.array(z.enum(dimensions.codes)),
      profile: z.enum(profiles.codes),
      only: z.string().nullable(),
      base: count,
      threshold: count,
    }),
  }),
  axes: z.array(axis),
  columns: z.array(column),
  rows: z.array(z.record(z.string(), z.union([z.string(), count]))),
  method: z.array(z.string()),
})
export type TableData = z.infer<typeof tableData>

const planAxes = z.array(axis)
export const exactData = z.strictObject({
  release: release.extend({ spec: wanted, least: count, width: count }),
  tables: z.array(
    z.strictObject({
      axes: planAxes,
      cells: z.array(z.strictObject({ nodes: z.array(z.string()), value: count.nullable() })),
    }),
  ),
})

export const noiseData = z.strictObject({
  release: release.extend({
    spec: z.object({ measure: z.enum(noisePlans.codes) }),
    noise: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  tables: z.array(
    z.strictObject({
      axes: planAxes,
      cells: z.array(
        z.strictObject({ nodes: z.array(z.string()), value: count, lower: count, upper: count }),
      ),
    }),
  ),
})

export const rowsData = z.strictObject({
  release: release.extend({
    spec: z.object({ measure: z.string(), sensitive: z.array(z.string()), k: count }),
    isSample: z.boolean(),
    removed: count,
  }),
  axes: z.array(axis.extend({ column: z.string() })),
  columns: z.array(column),
  rows: z.array(z.record(z.string(), z.union([z.string(), count]))),
})

const about = { release: z.string(), engine: z.string(), dataSha256: z.string() }
export const witnessCertificate = z.strictObject({
  ...about,
  width: count,
  with: z.array(z.string()).max(1000),
  periods: z.array(z.strictObject({ start: day, end: day })).min(1),
  kin: z.array(z.strictObject({ whole: count, parts: z.array(count), isAll: z.boolean() })),
  witnesses: z.array(z.array(z.strictObject({ column: z.number(), value: z.number() }))),
  pairs: z.array(z.strictObject({ statement: count, low: count, high: count })),
})
export type WitnessCertificate = z.infer<typeof witnessCertificate>

export const noiseCertificate = z.strictObject({
  ...about,
  promise: z.record(z.string(), z.union([z.string(), z.number()])),
})

const part = z.number().nullable()
export const rowsCertificate = z.strictObject({
  ...about,
  asked: z.record(z.string(), z.number()),
  reached: z.strictObject({
    k: count,
    distinct: part,
    maxShare: part,
    t: part,
    classes: count,
    averageRisk: z.number(),
    loss: z.number(),
  }),
  unfair: z.array(z.string()),
})

export const releaseSchema = z.object({ release: z.object({ id: z.string(), engine: z.string(), period }) })
