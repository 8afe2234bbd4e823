import { askedLink, askedPastDay, maybeDay, partCode, text } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import { LEVELS } from './screening.rules'

const level = partCode('levels', LEVELS, 'open')

/** A screening of the vulnerability of a person of the file: when, by whom, what was seen in each domain, what is needed, when to look again. */
export const screening = defineRecord({
  table: 'screening',
  fields: {
    personId: askedLink,
    screened: askedPastDay,
    screener: text('screener', 200),
    health: level,
    mind: level,
    violence: level,
    exploitation: level,
    gender: level,
    age: level,
    family: level,
    communication: level,
    daily: level,
    words: text('words', 20_000),
    again: maybeDay,
  },
  check: ({ screened, again }, fault) => {
    if (again !== '' && again <= screened) fault('again', 'endBeforeStart')
  },
})
export type ScreeningInput = FormOf<typeof screening.fields>
export type ScreeningRow = RowOf<typeof screening.fields>
