import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import {
  askedCode,
  askedDay,
  askedLink,
  code,
  link,
  maybeCode,
  maybeName,
  maybeTime,
  part,
} from '@/lib/records/field.schema'
import { defineRecord, type FormOf, type RowOf } from '@/lib/records/record.schema'
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_STATES,
  hasReason,
  INTERPRETER_STATES,
  INTERPRETER_WAYS,
} from './appointment.rules'
import { type Booked, bookedCode, toBooked } from './booking.rules'

const short = z.string().check(z.trim(), z.maxLength(300, 'tooLong'))
const long = z.string().check(z.trim(), z.maxLength(4000, 'tooLong'))

/** Who interprets, by one choice of three ids. The id of someone at a partner leads nowhere once they have left it. */
const booked = Object.assign(
  z.string().check(z.refine((typed) => toBooked(typed) !== null, 'unknownChoice')),
  {
    storage: {
      columns: ['StaffId?', 'PartnerId?', 'PersonId?'],
      empty: '',
      write: (typed: string) => {
        const chosen = toBooked(typed)
        return {
          StaffId: chosen?.staffId ?? null,
          PartnerId: chosen?.partnerId ?? null,
          PersonId: chosen?.personId ?? null,
        }
      },
      read: (cells: {
        readonly StaffId: string | null
        readonly PartnerId: string | null
        readonly PersonId: string | null
      }): Booked => ({ staffId: cells.StaffId, partnerId: cells.PartnerId, personId: cells.PersonId }),
      toForm: bookedCode,
    },
  },
)

/** An appointment of a person of a file: with whom, when, where, who goes along, who interprets, what to prepare and what came of it. */
export const appointment = defineRecord({
  table: 'appointment',
  fields: {
    personId: askedLink,
    kind: askedCode(APPOINTMENT_KINDS),
    on: askedDay,
    startsAt: maybeTime,
    endsAt: maybeTime,
    placeId: link,
    address: part('details', short),
    contact: part('details', short),
    companionId: link,
    interpreterLanguage: maybeName(
      z.union([
        z.literal(''),
        z.string().check(z.refine((one) => LANGUAGE_CODES.includes(one), 'unknownChoice')),
      ]),
    ),
    interpreterWay: maybeCode(INTERPRETER_WAYS),
    interpreterState: maybeCode(INTERPRETER_STATES),
    booked,
    interpreter: part('details', short),
    preparation: part('details', long),
    state: code(APPOINTMENT_STATES, 'planned'),
    reason: part('details', long),
    outcome: part('details', long),
  },
  hidden: ({ state, interpreterLanguage }) => [
    ...(interpreterLanguage === ''
      ? (['interpreterWay', 'interpreterState', 'booked', 'interpreter'] as const)
      : []),
    ...(hasReason(state) ? [] : (['reason'] as const)),
    ...(state === 'kept' ? [] : (['outcome'] as const)),
  ],
  check: ({ startsAt, endsAt, state, reason }, fault) => {
    if (endsAt !== '' && startsAt === '') fault('startsAt', 'required')
    if (endsAt !== '' && startsAt !== '' && endsAt <= startsAt) fault('endsAt', 'endsBeforeItStarts')
    if (hasReason(state) && reason === '') fault('reason', 'required')
  },
})
export type AppointmentInput = FormOf<typeof appointment.fields>
export type AppointmentRow = RowOf<typeof appointment.fields>
