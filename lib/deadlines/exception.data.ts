import 'server-only'
import * as z from 'zod'
import { inFourLanguages } from '@/lib/countries/reference.schema'
import type { Work } from '@/lib/db/work'
import type { InFourLanguages } from './edition.data'

const exceptions = z.array(z.object({ code: z.string(), text: inFourLanguages }))

/** When each rule does not hold, in words, by the code of the rule. */
export type Exceptions = ReadonlyMap<string, InFourLanguages>

export const listExceptions = async ({ tx }: Work): Promise<Exceptions> => {
  const rows = exceptions.parse(await tx.deadlineRuleException.findMany())
  return new Map(rows.map(({ code, text }) => [code, text]))
}
