import * as z from 'zod/mini'
import { askedCode, askedLink, askedPastDay, askedText, link } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import { SPEAKERS } from './quote.rules'

/** What someone said that may be printed in reports of the organisation, while they agree to it. */
export const quote = defineRecord({
  table: 'report_quote',
  fields: {
    personId: askedLink,
    speaker: askedCode(SPEAKERS),
    placeId: link,
    said: askedPastDay,
    words: askedText(
      'words',
      z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong')),
    ),
  },
})
export type QuoteInput = FormOf<typeof quote.fields>
export type QuoteRow = RowOf<typeof quote.fields>
