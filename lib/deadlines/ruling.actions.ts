'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getRule, insertRuling } from './rule.data'
import { isExact } from './ruling.rules'
import { rulingSchema } from './ruling.schema'

/** A coordinator says of a rule that it is right, what it is, or that it is doubtful. Old deadlines keep what they were given. */
export const sayRuling = defineAction({
  name: 'sayRuling',
  permission: 'deadline:rule',
  schema: rulingSchema,
  value: z.object({ rulingId: z.uuid() }),
  audit: ({ ruleId, kind }, { rulingId }) => ({ event: 'deadline.ruled', rulingId, ruleId, kind }),
  run: async (work, { ruleId, kind, periods, reason }) => {
    const rule = await getRule(work, ruleId)
    if (kind === 'confirmed' && !isExact(rule)) return no('periodIsRange', { kind: 'periodIsRange' })
    if (kind !== 'amended')
      return ok({ rulingId: await insertRuling(work, { ruleId, kind, periods: null, reason }) })
    if (rule.periods.length === 0 || periods.length !== rule.periods.length)
      return no('invalid', { kind: 'periodOnTheLetter' })
    const hours = periods.findIndex(({ amount, unit }) => unit === 'hour' && Number(amount) % 24 !== 0)
    if (hours >= 0) return no('invalid', { [`periods.${hours}.amount`]: 'wholeDaysOfHours' })
    const amended = rule.periods.map(({ when }, index) => {
      const given = periods[index]
      const span = { amount: Number(given?.amount), unit: given?.unit ?? ('calendar_day' as const) }
      return { when, min: span, max: span }
    })
    return ok({ rulingId: await insertRuling(work, { ruleId, kind, periods: amended, reason }) })
  },
})
