import { askedCode, code, codes, link, maybeCode, text, when } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import { DOUBTS, isPlan, MATTERS, PROGRAMMES, STEPS, stepsOf } from './matter.rules'

/** Something that happened in a matter; only what its matter asks for is kept. */
export const matter = defineRecord({
  table: 'matter_step',
  fields: {
    personId: link,
    matter: code(MATTERS, 'voluntary_return'),
    kind: askedCode(STEPS),
    on: when,
    programme: maybeCode(PROGRAMMES),
    doubts: codes(DOUBTS),
    words: text('words', 20_000),
  },
  hidden: ({ matter: of }) => (of === 'voluntary_return' ? [] : ['programme', 'doubts']),
  check: ({ matter: of, kind, programme }, fault) => {
    if (kind !== '' && !stepsOf(of).includes(kind)) fault('kind', 'unknownChoice')
    if (kind === 'applied' && programme === '') fault('programme', 'required')
  },
  basis: () => 'document',
  isPlan: ({ kind }) => kind !== '' && isPlan(kind),
})
export type MatterInput = FormOf<typeof matter.fields>
export type MatterRow = RowOf<typeof matter.fields>
