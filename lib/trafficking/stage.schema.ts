import { askedCode, askedPastDay, maybeCode, text } from '@/lib/records/field.schema'
import { defineRecord, type FormOf } from '@/lib/records/record.schema'
import { CONDITIONS, HOLDS, REASONS, reasonsOf, STAGE_KINDS } from './stage.rules'

/** Something that happened in the procedure. A condition says which and whether it is met. */
export const stage = defineRecord({
  table: 'trafficking_event',
  fields: {
    // No step is chosen for anyone: some of them start a deadline.
    kind: askedCode(STAGE_KINDS),
    on: askedPastDay,
    condition: maybeCode(CONDITIONS),
    holds: maybeCode(HOLDS),
    reason: maybeCode(REASONS),
    words: text('words', 5_000),
  },
  hidden: ({ kind }) => [
    ...(kind === 'condition' ? [] : (['condition', 'holds'] as const)),
    ...(reasonsOf(kind).length === 0 ? (['reason'] as const) : []),
  ],
  check: ({ kind, condition, holds, reason }, fault) => {
    if (kind === 'condition' && condition === '') fault('condition', 'required')
    if (kind === 'condition' && holds === '') fault('holds', 'required')
    const reasons = reasonsOf(kind)
    if (reasons.length > 0 && !reasons.some((one) => one === reason)) fault('reason', 'required')
  },
})
export type StageInput = FormOf<typeof stage.fields>
