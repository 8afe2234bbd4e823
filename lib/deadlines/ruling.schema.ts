import * as z from 'zod'
import { LETTER_UNITS } from './deadline.schema'
import { RULING_KINDS } from './ruling.rules'

const span = z.strictObject({
  amount: z.string().regex(/^\d{1,3}$/, 'notANumber'),
  unit: z.enum([...LETTER_UNITS, 'hour']),
})

/** What a coordinator says of a rule. The periods count only when she amends it; they stand in the order of the rule. */
export const rulingSchema = z.strictObject({
  ruleId: z.uuid(),
  kind: z.enum(RULING_KINDS, 'required'),
  periods: z.array(span).max(10),
  reason: z.string().trim().min(1, 'required').max(2000, 'tooLong'),
})
