import * as z from 'zod/mini'
import { LETTER_UNITS } from './notification.rules'
import { RULING_KINDS } from './ruling.rules'

const span = z.strictObject({
  amount: z.string().check(z.regex(/^\d{1,3}$/, 'notANumber')),
  unit: z.enum([...LETTER_UNITS.codes, 'hour']),
})

/** What a coordinator says of a rule. The periods count only when they amend it; they stand in the order of the rule. */
export const rulingSchema = z.strictObject({
  ruleId: z.uuid(),
  kind: z.enum(RULING_KINDS.codes, 'required'),
  periods: z.array(span).check(z.maxLength(10)),
  reason: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(2000, 'tooLong')),
})
