'use server'
import * as z from 'zod'
import { EDITION_STATES } from '@/lib/configuration/edition.rules'
import { lockFields } from '@/lib/fields/field.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { bringFile } from './bring.data'
import { compareText, toCompared } from './compared.data'
import { bringSchema, comparedSchema, compareSchema } from './file.schema'
import { lockFile } from './known.data'

/** A file beside what is set now. Nothing is written. */
export const compareFile = defineAction({
  name: 'compareFile',
  permission: 'config:keep',
  schema: compareSchema,
  value: comparedSchema,
  isQuestion: true,
  audit: (_input, { faults }) => ({ event: 'config.compared', faults: faults.length }),
  run: async (work, { text }) => ok(toCompared(await compareText(work, text))),
})

/** Brings a file in, as the comparison said, or not at all. */
export const bringConfig = defineAction({
  name: 'bringConfig',
  permission: 'config:keep',
  stepUp: true,
  schema: bringSchema,
  value: z.object({ editionId: z.uuid(), state: z.enum(EDITION_STATES.codes) }),
  // Some hundred changes, each with its guards.
  most: 60_000,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'file', ...value }),
  run: async (work, { text, seen, reason }) => {
    await lockFile(work)
    await lockFields(work)
    const comparison = await compareText(work, text)
    if (comparison.faults.length > 0 || toCompared(comparison).seen !== seen) return no('correctedMeanwhile')
    if (comparison.steps.length === 0) return no('nothingToBring')
    const { id, state } = await bringFile(work, comparison, reason)
    return ok({ editionId: id, state })
  },
})
