import * as z from 'zod/mini'
import { askedLink, askedText, code, maybeCode, pastDay, text, when } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import type { WhenBasis } from '@/lib/shared/when/when.rules'
import { AUTHORITIES, isAnswer, NEED_ANSWERS, NEED_SOURCES } from './need.rules'

const BASIS_OF = {
  said: 'said',
  observed: 'estimate',
  certificate: 'document',
  authority: 'authority',
} as const satisfies Record<(typeof NEED_SOURCES.codes)[number], WhenBasis>

/** A special need of a person of the file, and what an authority was told and answered. */
export const need = defineRecord({
  table: 'special_need',
  fields: {
    personId: askedLink,
    // Codes of one length, so that a cipher does not tell the code by how long it is.
    need: askedText('need', z.string('required').check(z.regex(/^[a-z][a-z0-9_]{0,23}$/, 'required')), 24),
    source: code(NEED_SOURCES, 'said'),
    on: when,
    endedOn: pastDay,
    toldTo: maybeCode(AUTHORITIES),
    toldOn: pastDay,
    answer: maybeCode(NEED_ANSWERS),
    answeredOn: pastDay,
    words: text('words', 20_000),
  },
  hidden: ({ toldTo, answer }) => {
    if (toldTo === '') return ['toldOn', 'answer', 'answeredOn']
    return isAnswer(answer) ? [] : ['answeredOn']
  },
  check: ({ toldOn, answeredOn }, fault) => {
    if (toldOn !== '' && answeredOn !== '' && answeredOn < toldOn) fault('answeredOn', 'answerBefore')
  },
  basis: ({ source }) => BASIS_OF[source],
})
export type NeedInput = FormOf<typeof need.fields>
export type NeedRow = RowOf<typeof need.fields>
