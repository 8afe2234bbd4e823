import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/shared/day.schema'
import { DOCUMENT_KINDS, END_REASONS } from './stay.rules'

const none = z.literal('')
const which = { caseId: z.uuid(), version: z.int().check(z.minimum(0)) }
const code = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,40}$/, 'unknownChoice'))

/** A document of stay; without an id it is a new one. */
export const documentSchema = z
  .strictObject({
    ...which,
    documentId: z.union([none, z.uuid()]),
    kind: z.enum(DOCUMENT_KINDS.codes, 'required'),
    issuedOn: dayOrNone,
    expiresOn: dayOrNone,
    isRenewal: z.enum(['yes', 'no']),
    requestedOn: dayOrNone,
  })
  .check(
    z.superRefine(({ issuedOn, expiresOn, requestedOn }, context) => {
      const issue = (path: string) =>
        context.addIssue({ code: 'custom', path: [path], message: 'endBeforeStart' })
      if (issuedOn !== '' && expiresOn !== '' && expiresOn < issuedOn) issue('expiresOn')
      if (issuedOn !== '' && requestedOn !== '' && requestedOn < issuedOn) issue('requestedOn')
    }),
  )
export type DocumentInput = z.output<typeof documentSchema>

/** A stay in reception; without an id it is a new one. */
export const receptionSchema = z
  .strictObject({
    ...which,
    stayId: z.union([none, z.uuid()]),
    placeType: z
      .string()
      .check(z.minLength(1, 'required'), z.regex(/^[a-z][a-z0-9_]{0,40}$/, 'unknownChoice')),
    phase: z.union([none, code], 'unknownChoice'),
    code207: z.union([none, code], 'unknownChoice'),
    fromOn: dayOrNone,
    untilOn: dayOrNone,
    endReason: z.union([none, z.enum(END_REASONS.codes)], 'unknownChoice'),
  })
  .check(
    z.superRefine(({ fromOn, untilOn }, context) => {
      if (fromOn !== '' && untilOn !== '' && untilOn < fromOn)
        context.addIssue({ code: 'custom', path: ['untilOn'], message: 'endBeforeStart' })
    }),
  )
export type ReceptionInput = z.output<typeof receptionSchema>
