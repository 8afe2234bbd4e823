import { askedLink, askedPastDay, code, link, maybeCount } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import { MOST_MINUTES, WAYS } from './activity.rules'

/** Work with someone outside the closed centres: how, where, when and how long. What was said is a note. */
export const activity = defineRecord({
  table: 'activity',
  fields: {
    personId: askedLink,
    way: code(WAYS, 'office'),
    on: askedPastDay,
    minutes: maybeCount(MOST_MINUTES),
    placeId: link,
    projectId: link,
  },
})
export type ActivityInput = FormOf<typeof activity.fields>
export type ActivityRow = RowOf<typeof activity.fields>
