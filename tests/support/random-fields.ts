import fc from 'fast-check'
import { silentChoice } from '@/lib/fields/answer.rules'
import { classesFor, FIELD_TYPES, type FieldType } from '@/lib/fields/field.rules'
import { FIELD_OWNERS } from '@/lib/fields/owner.rules'
import type { Typing } from './given/fields'

/** One field of each type, class and owner: every configuration is drawn out of these, and goes on from what an earlier one left. */
export const FIELD_KINDS = FIELD_OWNERS.codes.flatMap((owner) =>
  FIELD_TYPES.codes.flatMap((type) =>
    classesFor({ owner }).map((fieldClass) => ({ owner, type, fieldClass })),
  ),
)

const ACTS = ['answer', 'clear', 'relabel', 'hide', 'condition', 'retire', 'revive', 'undo'] as const
/** One thing that admins or caseworkers do: which of the fields, which value of it, and what. */
const step = fc.record({
  what: fc.constantFrom('answer', 'answer', ...ACTS),
  field: fc.nat({ max: 2 }),
  value: fc.integer({ min: 1, max: 3 }),
})
export type FieldStep = {
  readonly what: (typeof ACTS)[number]
  readonly field: number
  readonly value: number
}

/** Three fields, the secrecy of a file, and what happens to them in any order. */
export const configuration = fc.record({
  kinds: fc.uniqueArray(fc.nat({ max: FIELD_KINDS.length - 1 }), { minLength: 3, maxLength: 3 }),
  secrecy: fc.constantFrom('open', 'open', 'restricted', 'sealed'),
  steps: fc.array(step, { minLength: 4, maxLength: 8 }),
})

/** What is typed into a field of a type. */
export const typingOf = (
  type: FieldType,
  value: number,
  { placeId, partnerId }: { readonly placeId: string; readonly partnerId: string },
): Typing => {
  switch (type) {
    case 'yes_no':
      return { choice: ['yes', 'no', silentChoice('unknown')][value - 1] ?? '' }
    case 'one':
      return { choice: `v${value}` }
    case 'several':
      return { codes: ['v1', 'v2', 'v3'].slice(0, value) }
    case 'amount':
      return { text: String(value * 7) }
    case 'date':
      return { text: ['2009', '~ 2011', '2014'][value - 1] ?? '' }
    case 'short':
    case 'long':
    case 'reference':
      return { text: `Zzwoord ${value}` }
    case 'contact':
      return { text: `+32 470 00 00 0${value}` }
    case 'place':
      return value === 3 ? { state: 'declined' } : { text: placeId }
    case 'partner':
      return value === 3 ? { state: 'unknown' } : { text: partnerId }
  }
}
