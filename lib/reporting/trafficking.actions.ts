'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { toCoarse } from './sealed/coarse.rules'
import { insertHanded } from './sealed/handed.data'
import { readTraffickingTable } from './sealed/trafficking.data'
import { handInSchema } from './trafficking.schema'

/** Gives the coarse table of a year to the readers of reports, once and for good. */
export const handInTable = defineAction({
  name: 'handInTable',
  permission: 'report:sealed',
  stepUp: true,
  schema: handInSchema,
  value: z.object({ year: z.int() }),
  audit: (_input, { year }) => ({ event: 'report.handedIn', year }),
  run: async (work, { year }) => insertHanded(work, toCoarse(await readTraffickingTable(work, year))),
})
