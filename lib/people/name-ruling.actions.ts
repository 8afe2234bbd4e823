'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertNameRuling, listNameRulings } from './name-ruling.data'
import { pairOf, weightOf } from './name-ruling.rules'
import { nameRulingSchema, namesSchema } from './name-ruling.schema'

const written = z.object({ rulingId: z.uuid() })

/** An admin says how surely two names are one, or that they are two. Anyone who searches from now on is found by it. */
export const ruleNames = defineAction({
  name: 'ruleNames',
  permission: 'country:keep',
  schema: nameRulingSchema,
  value: written,
  audit: (_, { rulingId }) => ({ event: 'names.ruled', rulingId }),
  run: async (work, { ruling, ...names }) =>
    ok({ rulingId: await insertNameRuling(work, names, weightOf(ruling)) }),
})

/** Takes back what the organisation said of two names: what the program says of them stands again. */
export const takeNamesBack = defineAction({
  name: 'takeNamesBack',
  permission: 'country:keep',
  schema: namesSchema,
  value: written,
  audit: (_, { rulingId }) => ({ event: 'names.ruled', rulingId }),
  run: async (work, names) => {
    const last = (await listNameRulings(work)).find(
      ({ one, other }) => pairOf(one, other) === pairOf(names.one, names.other),
    )
    if (last === undefined || last.ruling === null) return no('correctedMeanwhile')
    return ok({ rulingId: await insertNameRuling(work, names, null) })
  },
})
