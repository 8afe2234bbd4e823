import * as z from 'zod/mini'
import { askedText, code, link, maybeCode, pastDay, text } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import { AIDS, MANDATE_ENDS } from './mandate.rules'

/** Who acts or advises, since when it is asked for, granted and ended. */
export const mandate = defineRecord({
  table: 'legal_mandate',
  fields: {
    who: askedText(
      'who',
      z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
    ),
    aid: code(AIDS, 'second_line'),
    applicationId: link,
    askedOn: pastDay,
    grantedOn: pastDay,
    endedOn: pastDay,
    endReason: maybeCode(MANDATE_ENDS),
    words: text('words', 20_000),
  },
  check: ({ askedOn, grantedOn, endedOn, endReason }, fault) => {
    const isAfter = (one: string, other: string) => one !== '' && other !== '' && other < one
    if (isAfter(askedOn, grantedOn)) fault('grantedOn', 'endBeforeStart')
    if (isAfter(askedOn, endedOn) || isAfter(grantedOn, endedOn)) fault('endedOn', 'endBeforeStart')
    if (endedOn !== '' && endReason === '') fault('endReason', 'required')
    if (grantedOn !== '' && endReason === 'refused') fault('endReason', 'refusedAndGranted')
  },
})
export type MandateInput = FormOf<typeof mandate.fields>
export type MandateRow = RowOf<typeof mandate.fields>
