import 'server-only'
import * as z from 'zod'
import { inFourLanguages } from '@/lib/countries/reference.schema'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { AGES, BODY_KINDS, REGIONS } from './referral.rules'

const coded = z.object({
  kind: z.enum(BODY_KINDS),
  ages: z.enum(AGES),
  regions: z.array(z.enum(REGIONS)),
  role: inFourLanguages,
})

/** Whom one can be referred to, in the order of the reference data. */
export const listBodies = async (work: Work) =>
  (await work.tx.helpBody.findMany({ orderBy: { position: 'asc' } })).map((row) => ({
    ...row,
    ...coded.parse(row),
    readOn: row.readOn && toDay(row.readOn),
    checkedOn: row.checkedOn && toDay(row.checkedOn),
  }))
export type HelpBody = Awaited<ReturnType<typeof listBodies>>[number]
