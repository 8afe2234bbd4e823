import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { askedLink, code, maybeName, part, pastDay } from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import { CHANNELS, MESSAGES, OWNERS } from './contact.rules'

const short = z.string().check(z.trim(), z.maxLength(300, 'tooLong'))

/** A way to reach someone, and what is safe. */
export const contact = defineRecord({
  table: 'safe_contact',
  fields: {
    personId: askedLink,
    channel: code(CHANNELS, 'phone'),
    value: part('details', short.check(z.minLength(1, 'required'))),
    owner: code(OWNERS, 'own'),
    whose: part('details', short),
    // What harms least, until someone asked.
    message: code(MESSAGES, 'never'),
    hours: part('details', short),
    language: maybeName(
      z.union([
        z.literal(''),
        z.string().check(z.refine((one) => LANGUAGE_CODES.includes(one), 'unknownChoice')),
      ]),
    ),
    mayKnow: part('details', short),
    sayWeAre: part('details', short),
    codeWord: part('details', short),
    words: part('details', z.string().check(z.trim(), z.maxLength(2000, 'tooLong'))),
    confirmedOn: pastDay,
    endedOn: pastDay,
  },
  check: ({ confirmedOn, endedOn }, fault) => {
    if (confirmedOn !== '' && endedOn !== '' && endedOn < confirmedOn) fault('endedOn', 'endBeforeStart')
  },
})
export type ContactInput = FormOf<typeof contact.fields>
export type ContactRow = RowOf<typeof contact.fields>
